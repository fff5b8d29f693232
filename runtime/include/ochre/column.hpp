// Columns as typed constants: Column<&User::age> knows its C++ type from the member it stands for. What can
// be done with a column is in expression.hpp, which it shares with computed expressions. Programs do not make
// columns: they use those of the generated table objects, `users.age`.
#pragma once

#include <optional>

#include "ochre/expression.hpp"
#include "ochre/path.hpp"

namespace ochre {

namespace detail {

template <class>
struct MemberOf;
template <class Owner, class T>
struct MemberOf<T Owner::*> {
  using Row = Owner;
  using Type = T;
};

/// The type of a member reached through others: optional as soon as one of them is.
template <class... Types>
struct Leaf;
template <class T>
struct Leaf<T> {
  using Type = T;
};
template <class Outer, class Next, class... Inner>
struct Leaf<Outer, Next, Inner...> {
  using Type = typename Leaf<Next, Inner...>::Type;
};
template <class Outer, class Next, class... Inner>
struct Leaf<std::optional<Outer>, Next, Inner...> {
  using Type = std::optional<ValueOf<typename Leaf<Next, Inner...>::Type>>;
};

}  // namespace detail

/// Whether set() may write a column: generated headers say no for those that are computed and for @auto keys.
template <auto... Members>
inline constexpr bool is_written = true;

// A member that the schema calls deprecated warns where a program uses it, not in here.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/// A column of a generated table object. More than one member leads into a struct: Column<&User::home,
/// &Address::city>, which is optional as soon as one of them is. A constant: it holds the model's address,
/// the path from the query's table and its number there, and may be used from any thread.
template <auto First, auto... Rest>
struct Column : Typed<typename detail::Leaf<typename detail::MemberOf<decltype(First)>::Type,
                                            typename detail::MemberOf<decltype(Rest)>::Type...>::Type,
                      ColumnRef> {
  using Owner = typename detail::MemberOf<decltype(First)>::Row;
};

/// The usual column, without the steps above.
template <class R, class T, T R::*Member>
struct Column<Member> : Typed<T, ColumnRef> {
  using Owner = R;
};

#pragma GCC diagnostic pop

/// The type a column has: that of the member, std::optional where it can be NULL. What generated code and
/// templates use to name it: `ColumnType<decltype(users.age)>`.
template <class C>
using ColumnType = typename C::Type;

}  // namespace ochre
