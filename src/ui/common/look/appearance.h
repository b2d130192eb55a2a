#pragma once

#include <QObject>

#include <functional>

class QSettings;
class QWidget;

namespace mishutai::ui {

/// Look of the application as the user set it: light, dark or as the system, and the font size from 80 to 200 %.
/// Made once, after QApplication; changes by Ctrl+wheel, Ctrl++, Ctrl+− and Ctrl+0 anywhere in a window. GUI thread.
class Appearance : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { System, Light, Dark };
    static constexpr int kSmallest = 80;
    static constexpr int kLargest = 200;

    /// Reads the settings and applies them. @param settings outlives this
    explicit Appearance(QSettings &settings, QObject *parent = nullptr);
    ~Appearance() override;

    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    int scale() const { return m_scale; }
    /// @param percent is brought into [kSmallest, kLargest]
    void setScale(int percent);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void apply();
    void keep();

    QSettings &m_settings;
    Scheme m_scheme = Scheme::Light;
    int m_scale = 100;
    bool m_isSystemDark = false;
};

/// Calls `arrange` now and after each change of theme or font size: for lengths from px() that no layout and no style sheet
/// keeps.
void onThemeChange(QWidget *widget, std::function<void()> arrange);

} // namespace mishutai::ui
