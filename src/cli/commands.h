#pragma once

#include "cli/arguments.h"
#include "cli/output.h"

#include <functional>
#include <vector>

namespace mishutai::cli {

/// One command of the program: one call of the desk.
struct Command {
    QString name;
    QString usage; ///< "metric NAME --year Y [--rows]"
    QString purpose; ///< Chinese, one line
    bool needsFonts = false; ///< lays pages out, so it needs QGuiApplication
    std::function<Result(const Arguments &, TaskControl &)> run;
};

const std::vector<Command> &commands();
/// @throws Error Usage, naming the nearest command
const Command &command(const QString &name);
QString helpText();

/// The most hits to show: --limit, or 20. @throws Error Usage
int limitOption(const Arguments &arguments);

// The commands, by what they touch.
Result runExample(const Arguments &arguments, TaskControl &control);
Result runDataSet(const Arguments &arguments, TaskControl &control);
Result runImport(const Arguments &arguments, TaskControl &control);
Result runExport(const Arguments &arguments, TaskControl &control);
Result runBackup(const Arguments &arguments, TaskControl &control);
Result runPack(const Arguments &arguments, TaskControl &control);
Result runUnpack(const Arguments &arguments, TaskControl &control);
Result runCheck(const Arguments &arguments, TaskControl &control);
Result runFormats(const Arguments &arguments, TaskControl &control);
Result runMembers(const Arguments &arguments, TaskControl &control);
Result runSearch(const Arguments &arguments, TaskControl &control);
Result runMetrics(const Arguments &arguments, TaskControl &control);
Result runMetric(const Arguments &arguments, TaskControl &control);
Result runReport(const Arguments &arguments, TaskControl &control);
Result runPrint(const Arguments &arguments, TaskControl &control);
Result runLetter(const Arguments &arguments, TaskControl &control);

} // namespace mishutai::cli
