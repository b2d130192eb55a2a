#pragma once

#include <QFileDialog>

namespace mishutai::ui {

/// The system's own file dialog where it has one. Else Qt's in the window's look, with what its catalogue lacks: kinds of files
/// in Chinese, days as everywhere in the program, room for names, and the folders that people use at the left.
class FileDialog : public QFileDialog
{
    Q_OBJECT

public:
    FileDialog(QWidget *where, const QString &title, const QString &filter = {});

private:
    void furnish();
};

} // namespace mishutai::ui
