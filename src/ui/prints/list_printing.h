#pragma once

#include "desk/prints/list_print.h"
#include "desk/worker.h"

class QWidget;

namespace mishutai::ui {

class ListPanel;

/// The list as it is on the screen now: visible columns, rows and filters.
desk::ListPrint shownList(const ListPanel &panel, const QString &title);

/// Lays the list out in the background and shows its pages, from where they are printed.
void printList(QWidget *where, const desk::WorkerRequest &request, desk::ListPrint print);

} // namespace mishutai::ui
