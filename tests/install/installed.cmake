# Installs Ochre to a prefix, builds an outside project against it with find_package(Ochre), and checks that the schema
# is compiled again exactly when a schema, a template or the compiler changed.
include("${CMAKE_CURRENT_LIST_DIR}/steps.cmake")
set(prefix "${ROOM}/prefix")

run(succeeds ignored "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}" --strip)
configure("-DCMAKE_PREFIX_PATH=${prefix}")
build_expecting("first build" SCHEMA yes OBJECTS yes)
expect_shop_works()
build_expecting("nothing changed" SCHEMA no OBJECTS no)

touch("${project}/stamped.ochre")
build_expecting("an import was touched" SCHEMA yes OBJECTS no)
build_expecting("nothing changed since the touch" SCHEMA no OBJECTS no)

edit(shop.ochre "schema shop" "schema shop // a comment changes no output")
build_expecting("a comment was added" SCHEMA yes OBJECTS no)

edit(stamped.ochre "seen:" "viewed:")
build_expecting("an import changed" SCHEMA yes OBJECTS yes)
expect_shop_works()
build_expecting("nothing changed since the import" SCHEMA no OBJECTS no)

edit(shop.ochre "1..80" "1..70")
build_expecting("a rule changed, which only generated sources show" SCHEMA yes OBJECTS yes)
build_expecting("nothing changed since the rule" SCHEMA no OBJECTS no)

touch("${prefix}/bin/ochre")
build_expecting("the compiler changed" SCHEMA yes OBJECTS no)
build_expecting("nothing changed since the compiler" SCHEMA no OBJECTS no)

edit(main.cpp "shop::items.price > 100" "shop::items.cost > 100")
edit(main.cpp "item.price" "item.cost")
edit(main.cpp ".price = 250" ".cost = 250")
edit(shop.ochre "price:" "cost:")
build_expecting("a column was renamed in schema and program" SCHEMA yes OBJECTS yes)
expect_shop_works()

edit(shop.ochre "cost: int64" "cost: no_such_type")
run(fails out "${CMAKE_COMMAND}" --build "${build}")
expect_found("a broken schema" "${out}" "no_such_type" yes)
expect_shop_works() # what was there stays
edit(shop.ochre "cost: no_such_type" "cost: int64")
build_expecting("the schema was mended" SCHEMA yes OBJECTS no)

file(MAKE_DIRECTORY "${project}/templates/cpp")
file(COPY "${SOURCE}/templates/cpp/types.hpp.mustache" DESTINATION "${project}/templates/cpp")
configure("-DCMAKE_PREFIX_PATH=${prefix}" -DSHOP_TEMPLATES=templates)
build_expecting("templates of our own, equal to the built-in ones" SCHEMA yes OBJECTS no)
edit(templates/cpp/types.hpp.mustache "#pragma once" "// house style\n#pragma once")
build_expecting("a template changed" SCHEMA yes OBJECTS yes)
build_expecting("nothing changed since the template" SCHEMA no OBJECTS no)
