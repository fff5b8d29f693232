// Looking for the text of a column or expression in another: what is found there is never a pattern.
#include "ochre/expression.hpp"

namespace ochre {

template <class Source>
Expr<bool> TextOperand<Source>::contains(const TextOperand<ColumnRef>& text) const {
  return detail::compare(static_cast<const Source&>(*this), static_cast<const ColumnRef&>(text),
                         Op::Contains);
}
template <class Source>
Expr<bool> TextOperand<Source>::contains(const TextOperand<Fragment>& text) const {
  return detail::compare(static_cast<const Source&>(*this), static_cast<const Fragment&>(text), Op::Contains);
}
template <class Source>
Expr<bool> TextOperand<Source>::contains_fold(const TextOperand<ColumnRef>& text) const {
  return detail::compare(static_cast<const Source&>(*this), static_cast<const ColumnRef&>(text),
                         Op::ContainsFold);
}
template <class Source>
Expr<bool> TextOperand<Source>::contains_fold(const TextOperand<Fragment>& text) const {
  return detail::compare(static_cast<const Source&>(*this), static_cast<const Fragment&>(text),
                         Op::ContainsFold);
}
template <class Source>
Expr<bool> TextOperand<Source>::starts_with(const TextOperand<ColumnRef>& text) const {
  return detail::compare(static_cast<const Source&>(*this), static_cast<const ColumnRef&>(text),
                         Op::StartsWith);
}
template <class Source>
Expr<bool> TextOperand<Source>::starts_with(const TextOperand<Fragment>& text) const {
  return detail::compare(static_cast<const Source&>(*this), static_cast<const Fragment&>(text),
                         Op::StartsWith);
}
template <class Source>
Expr<bool> TextOperand<Source>::starts_with_fold(const TextOperand<ColumnRef>& text) const {
  return detail::compare(static_cast<const Source&>(*this), static_cast<const ColumnRef&>(text),
                         Op::StartsWithFold);
}
template <class Source>
Expr<bool> TextOperand<Source>::starts_with_fold(const TextOperand<Fragment>& text) const {
  return detail::compare(static_cast<const Source&>(*this), static_cast<const Fragment&>(text),
                         Op::StartsWithFold);
}
template <class Source>
Expr<bool> TextOperand<Source>::ends_with(const TextOperand<ColumnRef>& text) const {
  return detail::compare(static_cast<const Source&>(*this), static_cast<const ColumnRef&>(text),
                         Op::EndsWith);
}
template <class Source>
Expr<bool> TextOperand<Source>::ends_with(const TextOperand<Fragment>& text) const {
  return detail::compare(static_cast<const Source&>(*this), static_cast<const Fragment&>(text), Op::EndsWith);
}
template <class Source>
Expr<bool> TextOperand<Source>::ends_with_fold(const TextOperand<ColumnRef>& text) const {
  return detail::compare(static_cast<const Source&>(*this), static_cast<const ColumnRef&>(text),
                         Op::EndsWithFold);
}
template <class Source>
Expr<bool> TextOperand<Source>::ends_with_fold(const TextOperand<Fragment>& text) const {
  return detail::compare(static_cast<const Source&>(*this), static_cast<const Fragment&>(text),
                         Op::EndsWithFold);
}

template Expr<bool> TextOperand<ColumnRef>::contains(const TextOperand<ColumnRef>&) const;
template Expr<bool> TextOperand<ColumnRef>::contains(const TextOperand<Fragment>&) const;
template Expr<bool> TextOperand<ColumnRef>::contains_fold(const TextOperand<ColumnRef>&) const;
template Expr<bool> TextOperand<ColumnRef>::contains_fold(const TextOperand<Fragment>&) const;
template Expr<bool> TextOperand<ColumnRef>::starts_with(const TextOperand<ColumnRef>&) const;
template Expr<bool> TextOperand<ColumnRef>::starts_with(const TextOperand<Fragment>&) const;
template Expr<bool> TextOperand<ColumnRef>::starts_with_fold(const TextOperand<ColumnRef>&) const;
template Expr<bool> TextOperand<ColumnRef>::starts_with_fold(const TextOperand<Fragment>&) const;
template Expr<bool> TextOperand<ColumnRef>::ends_with(const TextOperand<ColumnRef>&) const;
template Expr<bool> TextOperand<ColumnRef>::ends_with(const TextOperand<Fragment>&) const;
template Expr<bool> TextOperand<ColumnRef>::ends_with_fold(const TextOperand<ColumnRef>&) const;
template Expr<bool> TextOperand<ColumnRef>::ends_with_fold(const TextOperand<Fragment>&) const;
template Expr<bool> TextOperand<Fragment>::contains(const TextOperand<ColumnRef>&) const;
template Expr<bool> TextOperand<Fragment>::contains(const TextOperand<Fragment>&) const;
template Expr<bool> TextOperand<Fragment>::contains_fold(const TextOperand<ColumnRef>&) const;
template Expr<bool> TextOperand<Fragment>::contains_fold(const TextOperand<Fragment>&) const;
template Expr<bool> TextOperand<Fragment>::starts_with(const TextOperand<ColumnRef>&) const;
template Expr<bool> TextOperand<Fragment>::starts_with(const TextOperand<Fragment>&) const;
template Expr<bool> TextOperand<Fragment>::starts_with_fold(const TextOperand<ColumnRef>&) const;
template Expr<bool> TextOperand<Fragment>::starts_with_fold(const TextOperand<Fragment>&) const;
template Expr<bool> TextOperand<Fragment>::ends_with(const TextOperand<ColumnRef>&) const;
template Expr<bool> TextOperand<Fragment>::ends_with(const TextOperand<Fragment>&) const;
template Expr<bool> TextOperand<Fragment>::ends_with_fold(const TextOperand<ColumnRef>&) const;
template Expr<bool> TextOperand<Fragment>::ends_with_fold(const TextOperand<Fragment>&) const;

}  // namespace ochre
