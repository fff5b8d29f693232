// The laws of the language, by their stable codes. A code never changes its meaning; new laws take new
// numbers. The pages of `ochre explain` are in explain_*.cpp, one for each code.
#pragma once

#include <span>

#include "base/diagnostic.hpp"

namespace ochrec::sema::codes {

using base::Code;

// Schema and declarations
inline constexpr Code schema_missing{"E0100", "a schema that generates something has a name"};
inline constexpr Code schema_twice{"E0101", "`schema` stands once, in the root file"};
inline constexpr Code name_taken{"E0102", "declarations have different names"};
inline constexpr Code name_generated{"E0103", "generated C++ names are distinct"};
inline constexpr Code schema_named_as_table{"E0104", "a schema is not named as one of its table objects"};
inline constexpr Code enum_empty{"E0105", "an enum has values"};
inline constexpr Code enum_value_twice{"E0106", "the values of an enum have different names"};
inline constexpr Code enum_stored_twice{"E0107", "the values of an enum are stored as different texts"};
inline constexpr Code enumerator_collision{"E0108", "the values of an enum become different C++ enumerators"};
inline constexpr Code actor_twice{"E0109", "there is one actor"};

// Types
inline constexpr Code unknown_type{"E0110", "a type is declared"};
inline constexpr Code type_arguments{"E0111", "a type takes the arguments it needs"};
inline constexpr Code not_a_type{"E0112", "what is named as a type is one that fits here"};
inline constexpr Code alias_optional{"E0113", "`?` belongs to the field, not to the named type"};
inline constexpr Code alias_cycle{"E0114", "a named type is not made of itself"};
inline constexpr Code array_element{"E0115", "an array holds scalars, enums or structs"};
inline constexpr Code struct_cycle{"E0116", "a struct does not hold itself"};
inline constexpr Code struct_relation{"E0117", "a struct holds no relations"};
inline constexpr Code struct_empty{"E0118", "a struct has fields"};
inline constexpr Code struct_absence{"E0119", "an optional struct has a required leaf"};
inline constexpr Code type_override{"E0120", "an overridden column type still holds every value"};

// Attributes
inline constexpr Code unknown_attribute{"E0130", "an attribute exists"};
inline constexpr Code attribute_twice{"E0131", "an attribute is written once"};
inline constexpr Code attribute_misplaced{"E0132", "an attribute stands where it has a meaning"};
inline constexpr Code attribute_type{"E0133", "an attribute fits the type of its field"};
inline constexpr Code attribute_arguments{"E0134", "an attribute takes the arguments it needs"};
inline constexpr Code attributes_conflict{"E0135", "attributes of a field do not contradict each other"};
inline constexpr Code empty_bounds{"E0136", "a range can be met"};
inline constexpr Code bad_pattern{"E0137", "a pattern is a regular expression in RE2's syntax"};
inline constexpr Code one_of_twice{"E0138", "the values of @one_of differ"};
inline constexpr Code default_breaks_rule{"E0139", "a default keeps the rules of its field"};

// Fields, columns, tables
inline constexpr Code field_twice{"E0140", "the fields of a model have different names"};
inline constexpr Code column_twice{"E0141", "the columns of a table have different names"};
inline constexpr Code table_twice{"E0142", "models have different tables"};
inline constexpr Code database_name{"E0143", "a name is one that every database accepts"};
inline constexpr Code key_field_taken{"E0144", "a relation's key fields have names of their own"};
inline constexpr Code json_name_twice{"E0145", "the fields of a model have different names in JSON"};
inline constexpr Code statement_twice{"E0146", "a statement that settles something stands once"};
inline constexpr Code renamed_from{"E0147", "a former name is no longer in use"};
inline constexpr Code table_size{"E0148", "tables and schemas have a bounded size"};

// Mixins
inline constexpr Code unknown_mixin{"E0150", "a mixin is declared"};
inline constexpr Code mixin_cycle{"E0151", "a mixin does not include itself"};
inline constexpr Code mixin_twice{"E0152", "a mixin is included once"};

// Keys
inline constexpr Code no_key{"E0160", "a model has a key"};
inline constexpr Code key_type{"E0161", "a key can tell rows apart"};
inline constexpr Code key_twice{"E0162", "a model has one key"};
inline constexpr Code auto_key{"E0163", "@auto stands on the sole integer key"};
inline constexpr Code key_cycle{"E0164", "a key does not depend on itself"};
inline constexpr Code key_size{"E0165", "a key or an index has at most 32 columns"};

// Relations
inline constexpr Code no_other_side{"E0170", "a list of models has an other side"};
inline constexpr Code ambiguous_other_side{"E0171", "a list of models has exactly one possible other side"};
inline constexpr Code unknown_other_side{"E0172", "the other side names a relation that exists"};
inline constexpr Code other_side_mismatch{"E0173", "the other side fits the relation it names"};
inline constexpr Code other_side_twice{"E0174", "a relation has one other side"};
inline constexpr Code one_to_one_key{"E0175", "the key of a one to one relation is unique"};
inline constexpr Code join_needs_through{"E0176", "a further many to many names its join model"};
inline constexpr Code through_model{"E0177", "a join model points once to each side"};
inline constexpr Code relation_key{"E0178", "@key names fields that match the target's key"};
inline constexpr Code set_null{"E0179", "set_null can set every key field to null"};
inline constexpr Code set_default{"E0180", "set_default has defaults to set"};

// Expressions
inline constexpr Code unknown_name{"E0200", "a name in an expression refers to something"};
inline constexpr Code ambiguous_name{"E0201", "a name in an expression refers to one thing"};
inline constexpr Code unknown_function{"E0202", "a function exists"};
inline constexpr Code function_arguments{"E0203", "a function takes the arguments it needs"};
inline constexpr Code compared_types{"E0204", "what is compared has one type"};
inline constexpr Code no_order{"E0205", "what is compared can be compared so"};
inline constexpr Code compared_with_null{"E0206", "null is tested with `is null`"};
inline constexpr Code not_boolean{"E0207", "a condition is true or false"};
inline constexpr Code arithmetic_types{"E0209", "arithmetic is done on numbers of one kind"};
inline constexpr Code literal_range{"E0211", "a number fits its type"};
inline constexpr Code decimal_digits{"E0212", "a decimal has no more digits than its type"};
inline constexpr Code bad_literal{"E0213", "a typed literal has the form of its type"};
inline constexpr Code now_misplaced{"E0214", "now() stands where the clock may be read"};
inline constexpr Code uuid_misplaced{"E0215", "uuid() and uuid7() stand in defaults"};
inline constexpr Code relation_as_value{"E0216", "a relation or struct is not a value"};
inline constexpr Code path_misplaced{"E0217", "relation paths stand in policies"};
inline constexpr Code in_list{"E0218", "`in` looks for a value among values"};
inline constexpr Code like_operand{"E0219", "`like` compares text with a pattern"};
inline constexpr Code unknown_enum_value{"E0220", "an enum value exists"};
inline constexpr Code division_by_zero{"E0221", "a divisor is not zero"};
inline constexpr Code not_a_value{"E0222", "null and lists stand only where they have a meaning"};
inline constexpr Code actor_misplaced{"E0223", "$actor stands in policies"};
inline constexpr Code unknown_actor_field{"E0224", "the actor has the field that is asked for"};
inline constexpr Code field_misplaced{"E0225", "fields stand where there is a row"};

// Values
inline constexpr Code default_type{"E0230", "a default fits its field"};
inline constexpr Code computed_type{"E0231", "a computed value fits its field"};
inline constexpr Code computed_cycle{"E0232", "a computed field does not depend on itself"};
inline constexpr Code computed_size{"E0233", "a computed field stays readable when written out"};
inline constexpr Code version_twice{"E0234", "a model has one @version"};
inline constexpr Code backfill_type{"E0235", "a backfill fits its field"};

// Block statements
inline constexpr Code unknown_column{"E0240", "a column list names fields of the model"};
inline constexpr Code column_listed_twice{"E0241", "a column list names a field once"};
inline constexpr Code not_indexable{"E0242", "an index or unique is over values that can be compared"};
inline constexpr Code index_name_twice{"E0243", "the indexes of a model have different names"};
inline constexpr Code check_name_twice{"E0244", "the checks of a model have different names"};
inline constexpr Code physical_clause{"E0245", "physical clauses stand in `on database { … }`"};
inline constexpr Code unknown_database{"E0246", "a database is one that Ochre knows"};
inline constexpr Code index_method{"E0247", "an index uses what its database has"};
inline constexpr Code partition_database{"E0248", "partitions stand in `on postgres { … }`"};
inline constexpr Code partition_key{"E0249", "keys and uniques contain the partition's columns"};
inline constexpr Code partition_columns{"E0250", "a partition is by columns that can be divided"};
inline constexpr Code partition_parts{"E0251", "the parts of a partition do not overlap"};
inline constexpr Code soft_delete_field{"E0252", "soft_delete has an optional timestamp"};
inline constexpr Code expression_in_list{"E0253", "only an index is over expressions"};
inline constexpr Code not_orderable{"E0254", "rows are ordered by values that have an order"};

// Policies and queries
inline constexpr Code unknown_model{"E0260", "a model is declared"};
inline constexpr Code unknown_operation{"E0261", "a policy is for read, create, update or delete"};
inline constexpr Code policy_twice{"E0262", "the policies of a model have different names"};
inline constexpr Code parameter_twice{"E0264", "the parameters and columns of a query have different names"};
inline constexpr Code unknown_parameter{"E0265", "a parameter of a fence is declared"};
inline constexpr Code fence_missing{"E0267", "a query has SQL for every database"};
inline constexpr Code fence_twice{"E0268", "a query has one SQL text for each database"};
inline constexpr Code policies_bypassed{"E0269", "raw SQL says that it bypasses policies"};
inline constexpr Code query_result{"E0270", "a query's result fits its cardinality"};
inline constexpr Code query_type{"E0271", "queries take and give plain values"};
inline constexpr Code fence_text{"E0272", "the quotes and comments of a fence are closed"};

// Back ends
inline constexpr Code no_back_end{"E0290", "what is generated is enforced"};

// Warnings
inline constexpr Code index_repeated{"W0100", "an index repeats another"};
inline constexpr Code never_null{"W0101", "a required value is never null"};
inline constexpr Code libc_name{"W0102", "a table object hides a C function"};
inline constexpr Code unused_parameter{"W0103", "a parameter is used"};
inline constexpr Code shared_fence_literal{"W0104", "a literal in shared SQL means the same everywhere"};
inline constexpr Code nothing_granted{"W0105", "a model with policies grants something"};
inline constexpr Code needless_bypass{"W0106", "@bypass_policies bypasses something"};

/// Every code above, in order.
std::span<const Code> all();

}  // namespace ochrec::sema::codes
