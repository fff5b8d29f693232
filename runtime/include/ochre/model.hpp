// Everything a generated model header needs: abi, values, fields, columns, relations, tables.
#pragma once

#include "ochre/abi.hpp"
#include "ochre/column.hpp"
#include "ochre/fields.hpp"
#include "ochre/json_text.hpp"
#include "ochre/model_info.hpp"
#include "ochre/relation.hpp"
#include "ochre/table.hpp"
#include "ochre/time_of_day.hpp"
#include "ochre/uuid.hpp"
