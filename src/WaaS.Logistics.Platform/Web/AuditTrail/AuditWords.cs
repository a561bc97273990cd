using System.Reflection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Security.People;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Platform.Web.AuditTrail;

/// <summary>What the trail keeps by its name in the code, as its reader says it: resource <c>Subject_{name}</c> of the service that keeps it.</summary>
public sealed class AuditWords(IEnumerable<LocalTexts> texts)
{
    public string Service(DatabaseRegistration database) => Own(database, "Nav") ?? Own(database, "Admin_Title") ?? database.Service;

    public string Subject(DatabaseRegistration database, string subject) => Own(database, "Subject_" + subject) ?? subject;

    /// <summary>What was changed of it; a name this version does not know is shown as it was kept.</summary>
    public string Fields(DatabaseRegistration database, AuditEntry entry) => string.Join(", ", entry.Fields.Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(name => entry.Change == PersonAudit.RolesSet ? Own(typeof(AuditWords).Assembly)?.Find("Role_" + name.Replace('-', '_')) ?? name : Field(database, name)));

    public string Field(DatabaseRegistration database, string name) => Own(database, "Field_" + name) ?? name;

    /// <summary>The names of what a reader calls so.</summary>
    public IReadOnlyList<string> Called(DatabaseRegistration database, ServiceDb db, string word) =>
    [
        .. db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(IAudited))).Select(type => type.Name)
            .Where(name => name.Equals(word, StringComparison.OrdinalIgnoreCase) || Subject(database, name).Equals(word, StringComparison.CurrentCultureIgnoreCase)),
    ];

    private string? Own(DatabaseRegistration database, string key) => Own(database.Context.Assembly)?.Find(key);

    private LocalTexts? Own(Assembly service) => texts.FirstOrDefault(own => own.GetType().Assembly == service);
}
