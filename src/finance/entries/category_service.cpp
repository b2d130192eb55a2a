#include "finance/entries/category_service.h"

#include "finance/accounts/account_repository.h"
#include "finance/entries/category_repository.h"
#include "session/session.h"
#include "session/work.h"

namespace mishutai::finance {

using session::Operation;
using session::Work;

namespace {
const QString kObject = QStringLiteral("entry_categories");
}

void CategoryService::requireAcceptable(const CategoryDetails &details) const
{
    std::vector<FieldError> faults = validate(details);
    if (faults.empty()) {
        const std::optional<Account> account = AccountRepository(m_session.database()).find(details.account);
        if (!account || !account->details.isPostable)
            faults.push_back({"account", "postable", translated("请选择末级科目")});
    }
    if (!faults.empty()) {
        throw Error(Error::Kind::Validation, translated("类别没有保存"), faults.front().message, translated("请更正标出的内容"))
            .withFields(faults);
    }
}

CategoryId CategoryService::create(const CategoryDetails &details)
{
    Work work(m_session, Operation::FinanceSetup);
    requireAcceptable(details);
    const CategoryRepository repository(work.database());
    if (repository.findByName(details.name)) {
        throw Error(Error::Kind::Conflict, translated("类别「%1」已经有了").arg(details.name), translated("类别名称不能重复"),
            translated("请换一个名称"))
            .withFields({{"name", "duplicate", translated("名称重复")}});
    }
    const CategoryId id = repository.insert(work, details);
    work.setSubject(kObject, id.value());
    work.commit();
    return id;
}

bool CategoryService::update(CategoryId id, int revision, const CategoryDetails &details)
{
    Work work(m_session, Operation::FinanceSetup);
    requireAcceptable(details);
    const int now = CategoryRepository(work.database()).update(work, {id, revision, details});
    work.setSubject(kObject, id.value());
    work.commit();
    return now != revision;
}

void CategoryService::remove(CategoryId id, int revision)
{
    Work work(m_session, Operation::FinanceSetup);
    CategoryRepository(work.database()).remove(work, id, revision);
    work.setSubject(kObject, id.value());
    work.commit();
}

std::vector<Category> CategoryService::categories() const
{
    m_session.require(Operation::FinanceTotalsRead);
    return CategoryRepository(m_session.database()).all();
}

std::optional<Category> CategoryService::findByName(const QString &name) const
{
    m_session.require(Operation::FinanceTotalsRead);
    return CategoryRepository(m_session.database()).findByName(name);
}

} // namespace mishutai::finance
