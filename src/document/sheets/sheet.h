#pragma once

#include "document/document.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace mishutai::document {

/// A cell over one or more columns.
struct SheetCell {
    QString text; ///< a newline begins a new line
    int span = 1; ///< columns, ≥ 1
    Alignment alignment = Alignment::Left;
    bool isLabel = false; ///< 黑体 on light grey
    bool operator==(const SheetCell &) const = default;
};

struct SheetRow {
    std::vector<SheetCell> cells; ///< their spans fill the columns; what is missing is blank
    int lines = 1; ///< at least so high, for what is written by hand
    bool operator==(const SheetRow &) const = default;
};

/// A ruled sheet on A4: a list, a form. Plain data; equal sheets give equal pages.
struct Sheet {
    enum class Widths {
        Shares, ///< columns share the page's width by their numbers; portrait
        Content ///< columns as wide as what stands in them; landscape and smaller type where needed
    };

    QString title;
    QString above; ///< left above the table, as long as need be; may be empty
    QString aboveRight; ///< right above the table, short; may be empty
    Widths widths = Widths::Shares;
    std::vector<int> columns; ///< one entry a column; its share of the width (Shares)
    std::vector<int> leastEms{}; ///< by column, what it gets of the type size whatever stands in it (Content); may be shorter
    std::vector<SheetRow> head; ///< repeated on every page
    std::vector<SheetRow> rows;
    QString note; ///< below the table; may be empty
    QString foot; ///< small at the lower left of every page; may be empty
    QDateTime createdAt; ///< the only instant that reaches a file; when invalid, 1970-01-01T00:00:00Z
    bool operator==(const Sheet &) const = default;
};

} // namespace mishutai::document
