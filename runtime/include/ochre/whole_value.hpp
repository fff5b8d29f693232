// Values that are more than a column's scalar: arrays and structs that a column keeps as JSON text, and
// structs that are flattened into several columns. They are set as a whole; those of one column compare for
// equality, because Ochre always writes the same text for the same value. Included only by the headers of
// models with such fields.
#pragma once

#include <cstdint>
#include <optional>
#include <type_traits>

#include "ochre/column.hpp"
#include "ochre/model_info.hpp"
#include "ochre/query.hpp"

namespace ochre {

namespace detail {

/// Binds what a row holds in a column, in the form the column stores.
void put_member(Fragment& out, const ModelInfo& model, const void* row, std::uint16_t column);
/// Sets `count` columns from `first` on to what a row, which is normalised first, holds there. Throws
/// ValidationFailed when that breaks rules of the schema.
void set_members(Fragment& out, const Path& path, const ModelInfo& model, void* row, std::uint16_t first,
                 std::uint16_t count);

template <class T>
T& present(T& value) {
  return value;
}
template <class T>
T& present(std::optional<T>& value) {
  return value ? *value : value.emplace();
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/// A member of a row, or of structs inside it.
template <auto First, auto... Rest>
struct MemberAt {
  using Row = typename MemberOf<decltype(First)>::Row;
  using Type = typename MemberAt<Rest...>::Type;
  static Type& in(Row& row) { return MemberAt<Rest...>::in(present(row.*First)); }
};
template <auto Last>
struct MemberAt<Last> {
  using Row = typename MemberOf<decltype(Last)>::Row;
  using Type = typename MemberOf<decltype(Last)>::Type;
  static Type& in(Row& row) { return row.*Last; }
};

#pragma GCC diagnostic pop

template <class T>
concept WholeType = !ScalarType<ValueOf<T>>;

}  // namespace detail

/// A struct that is flattened into `Count` columns, the first of them number `First`; generated table objects
/// have one for each, with its columns as members.
template <std::uint16_t First, std::uint16_t Count, auto... Members>
struct Group {
  using Member_ = detail::MemberAt<Members...>;
  using Owner = typename Member_::Row;
  using Type_ = typename Member_::Type;
  static constexpr std::uint16_t first_column_ = First;
  static constexpr std::uint16_t column_count_ = Count;

  Path path_;
};

/// set() for columns of arrays and of structs that are kept as JSON.
template <auto... Members, class R>
requires detail::WholeType<typename Column<Members...>::Type>
void put_set(Fragment& out, const Column<Members...>& column, const R& value) {
  using Member = detail::MemberAt<Members...>;
  using T = typename Column<Members...>::Type;
  if constexpr (Expression<R>) {
    detail::assignment_of<Column<Members...>, R>();
    out.column(column);
    detail::put(out, static_cast<const typename R::TypedSource&>(value));
    out.op(Op::Set);
  } else if constexpr (std::is_same_v<R, std::nullopt_t> ? is_nullable<T>
                                                         : std::is_same_v<ValueOf<R>, ValueOf<T>>) {
    typename Member::Row row{};
    Member::in(row) = value;
    detail::set_members(out, column.path, Model<typename Member::Row>::info, &row, column.index, 1);
  } else {
    detail::assignment_of<Column<Members...>, R>();
  }
}

/// set() for all columns of a struct.
template <class G, class R>
requires requires { G::first_column_; }
void put_set(Fragment& out, const G& group, const R& value) {
  using T = typename G::Type_;
  constexpr bool fits =
      std::is_same_v<R, std::nullopt_t> ? is_nullable<T> : std::is_same_v<ValueOf<R>, ValueOf<T>>;
  static_assert(fits,
                "The value has not the type of the struct, or is std::nullopt for one that must be there.");
  if constexpr (fits) {
    typename G::Owner row{};
    G::Member_::in(row) = value;
    detail::set_members(out, group.path_, Model<typename G::Owner>::info, &row, G::first_column_,
                        G::column_count_);
  }
}

template <auto... Members, class R>
requires detail::WholeType<typename Column<Members...>::Type> &&
    std::is_same_v<R, ValueOf<typename Column<Members...>::Type>>
        Expr<bool>
operator==(const Column<Members...>& column, const R& value) {
  using Member = detail::MemberAt<Members...>;
  typename Member::Row row{};
  Member::in(row) = value;
  Expr<bool> out;
  out.column(column);
  detail::put_member(out, Model<typename Member::Row>::info, &row, column.index);
  out.op(Op::Equal);
  return out;
}
template <auto... Members, class R>
requires detail::WholeType<typename Column<Members...>::Type> &&
    std::is_same_v<R, ValueOf<typename Column<Members...>::Type>>
        Expr<bool>
operator!=(const Column<Members...>& column, const R& value) { return !(column == value); }

}  // namespace ochre
