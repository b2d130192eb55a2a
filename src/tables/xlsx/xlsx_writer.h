#pragma once

#include "tables/table_writer.h"

namespace mishutai::tables {

/// The workbook of TableWriter::xlsx.
QByteArray writeXlsx(const Table &table, TaskControl &control);

} // namespace mishutai::tables
