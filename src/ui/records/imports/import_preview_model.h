#pragma once

#include "office/sheets/sheet_import.h"
#include "tables/sheet.h"

#include <QAbstractTableModel>

#include <memory>

namespace mishutai::ui {

/// The records of a sheet with what an import would do to each: row number, verdict, why, then the columns of the sheet. Wrong
/// cells are red, those with a warning yellow, cells that would change show old → new.
class ImportPreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Filter { All, Faulty, Warned, Added, Changed };

    ImportPreviewModel(std::shared_ptr<tables::Sheet> sheet, QObject *parent);

    void setResult(const office::ImportResult &result);
    void setFilter(Filter filter);
    Filter filter() const { return m_filter; }
    /// Why the shown row waits, or what is to be looked at in it; whole.
    QString reasonAt(int row) const;
    int count(Filter filter) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        size_t record = 0; ///< place in Sheet::rows
        const office::RowVerdict *verdict = nullptr; ///< null while a required column is missing
    };
    bool matches(const Line &line, Filter filter) const;
    QString cellText(const Line &line, int column) const;
    QVariant background(const Line &line, int column) const;
    const office::CellChange *changeAt(const Line &line, int column) const;

    std::shared_ptr<tables::Sheet> m_sheet;
    office::ImportResult m_result;
    std::vector<Line> m_lines;
    std::vector<size_t> m_shown; ///< places in m_lines
    Filter m_filter = Filter::All;
};

} // namespace mishutai::ui
