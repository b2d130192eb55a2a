#pragma once

#include "parties/pasted/party_text.h"

#include <QObject>

#include <vector>

namespace mishutai::ui {

class Form;

/// 粘贴识别: a contact or a licence copied out of WeChat fills the empty fields of a form. By its button, or by Ctrl+V in the
/// form's first field when the clipboard holds such a text; other texts are pasted as ever. A form that grows (makeFieldsOf)
/// gets the fields of what was read. Child of the form.
class PartyPaste : public QObject
{
    Q_OBJECT

public:
    /// Which field of the form takes which part of the text; several fields may take one.
    using Part = QString (*)(const parties::PartyText &);
    using Fields = std::vector<std::pair<QString, Part>>;

    PartyPaste(Form &form, Fields fields);

    /// @return how many fields were filled
    int fill(const parties::PartyText &text);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void pasteNow();
    bool isMeantForForm(const parties::PartyText &text) const;

    Form &m_form;
    Fields m_fields;
};

namespace parts {

inline QString unitName(const parties::PartyText &text)
{
    return text.unitName;
}
inline QString creditCode(const parties::PartyText &text)
{
    return text.creditCode;
}
inline QString legalRepresentative(const parties::PartyText &text)
{
    return text.legalRepresentative;
}
/// In yuan.
inline QString registeredCapital(const parties::PartyText &text)
{
    return text.registeredCapital ? text.registeredCapital->yuan() : QString();
}
inline QString foundedOn(const parties::PartyText &text)
{
    return text.foundedOn.toString(Qt::ISODate);
}
inline QString address(const parties::PartyText &text)
{
    return text.address;
}
inline QString personName(const parties::PartyText &text)
{
    return text.personName;
}
inline QString salutation(const parties::PartyText &text)
{
    return text.salutation;
}
/// 单位类型 and 单位性质 by their words, where the 类型 of a licence tells them.
QString unitKind(const parties::PartyText &text);
QString ownership(const parties::PartyText &text);
/// What a licence says that has no field of its own, for 备注: 类型 and 经营范围 with their labels.
QString licenceNotes(const parties::PartyText &text);
inline QString post(const parties::PartyText &text)
{
    return text.post;
}
inline QString department(const parties::PartyText &text)
{
    return text.department;
}
inline QString phone(const parties::PartyText &text)
{
    return text.phone;
}
inline QString otherPhone(const parties::PartyText &text)
{
    return text.otherPhone;
}
inline QString wechat(const parties::PartyText &text)
{
    return text.wechat;
}
inline QString email(const parties::PartyText &text)
{
    return text.email;
}
inline QString website(const parties::PartyText &text)
{
    return text.website;
}

} // namespace parts

} // namespace mishutai::ui
