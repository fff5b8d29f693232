// The laws of the language's surface: E0001 to E0099 and W0001 to W0099. explanations.cpp has a page for
// each.
#pragma once

#include "base/diagnostic.hpp"

namespace ochrec::syntax {

inline constexpr base::Code unreadable_file{"E0001", "a schema file can be read"};
inline constexpr base::Code missing_import{"E0002", "an imported file exists"};
inline constexpr base::Code file_too_large{"E0003", "a schema file has a bounded size"};
inline constexpr base::Code not_utf8{"E0004", "a schema file is UTF-8"};
inline constexpr base::Code null_character{"E0005", "U+0000 stands nowhere"};
inline constexpr base::Code empty_file{"E0006", "a schema file declares something"};
inline constexpr base::Code stray_character{"E0007", "every character belongs to the language"};
inline constexpr base::Code unclosed_string{"E0008", "a string ends with its quote"};
inline constexpr base::Code unclosed_comment{"E0009", "a block comment ends with */"};
inline constexpr base::Code bad_escape{"E0010", "a string has known escapes only"};
inline constexpr base::Code bad_name{"E0011",
                                     "a name is ASCII letters, digits and _, and begins with a letter"};
inline constexpr base::Code reserved_name{"E0012", "a name has no __ and no _ at its end"};
inline constexpr base::Code long_name{"E0013", "a name has at most 255 characters"};
inline constexpr base::Code foreign_operator{"E0014", "operators have Ochre's spelling"};
inline constexpr base::Code single_quotes{"E0015", "strings stand in double quotes"};
inline constexpr base::Code semicolon{"E0016", "nothing ends with a semicolon"};
inline constexpr base::Code bad_number{"E0017", "a number is plain decimal digits"};
inline constexpr base::Code bad_dollar{"E0018", "$ begins $actor only"};
inline constexpr base::Code unexpected{"E0020", "the text follows the grammar"};
inline constexpr base::Code missing_brace{"E0021", "every { has its }"};
inline constexpr base::Code unknown_declaration{"E0022", "a file holds known declarations"};
inline constexpr base::Code unknown_member{"E0023", "braces hold fields and known statements"};
inline constexpr base::Code misplaced_comma{"E0024", "commas separate fields and enum values only"};
inline constexpr base::Code too_deep{"E0025", "nesting has a limit"};
inline constexpr base::Code chained_comparison{"E0026", "comparisons do not chain"};
inline constexpr base::Code loose_not{"E0027", "not inside a tighter operator has parentheses"};
inline constexpr base::Code bad_type_suffix{"E0028", "an array is neither of arrays nor of optionals"};
inline constexpr base::Code bad_type_parameter{"E0029", "only json takes a type in <…>"};
inline constexpr base::Code bad_range{"E0030", "range bounds are literals"};
inline constexpr base::Code misplaced_argument{"E0031", "ranges and named arguments belong to attributes"};
inline constexpr base::Code misplaced_header{"E0032", "schema comes first, once, then imports"};
inline constexpr base::Code unknown_cardinality{"E0033", "a query returns one, optional, many or none"};
inline constexpr base::Code repeated_clause{"E0034", "an index has each clause once"};
inline constexpr base::Code bad_partition{"E0035", "a partition is by hash, range or list"};
inline constexpr base::Code single_equals{"E0036", "comparison is written =="};
inline constexpr base::Code missing_colon{"E0037", "a field is written name: type"};
inline constexpr base::Code database_block{"E0038", "on … { } holds index and partition only"};

inline constexpr base::Code dangling_doc{"W0001", "a /// comment documents something"};

}  // namespace ochrec::syntax
