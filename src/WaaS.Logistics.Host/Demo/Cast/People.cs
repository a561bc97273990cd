using System.Web;
using WaaS.Logistics.Platform.Security;

namespace WaaS.Logistics.Host.Demo.Cast;

/// <summary>Everybody who takes part. Two people wherever two are asked: operator, verifier and releaser are three, and so six eyes.</summary>
internal sealed class People(Uri address) : IDisposable
{
    public Person Admin { get; } = new(address, "ada", "Ada Admin", Roles.Admin);

    public Person Office { get; } = new(address, "olga", "Olga Office", Roles.Office);

    public Person Receiving { get; } = new(address, "rene", "René Receiving", Roles.Receiving);

    public Person Operator { get; } = new(address, "otto", "Otto Operator", Roles.WipeOperator);

    public Person Verifier { get; } = new(address, "vera", "Vera Verifier", Roles.Verifier);

    public Person Releaser { get; } = new(address, "rita", "Rita Releaser", Roles.Releaser);

    public Person Supervisor { get; } = new(address, "sven", "Sven Supervisor", Roles.Supervisor);

    public Person Technician { get; } = new(address, "tara", "Tara Technician", Roles.Refurbishment);

    public Person Seller { get; } = new(address, "selma", "Selma Seller", Roles.Resale);

    public Person Auditor { get; } = new(address, "aron", "Aron Auditor", Roles.Auditor);

    public IReadOnlyList<Person> All => [Admin, Office, Receiving, Operator, Verifier, Releaser, Supervisor, Technician, Seller, Auditor];

    /// <summary>The first-run link creates the admin, the admin everybody else; each gets a badge and a PIN, and signs in.</summary>
    public async Task Hire(string firstRunLink)
    {
        var token = HttpUtility.ParseQueryString(new Uri(address, firstRunLink).Query)["token"];
        await Admin.Post("/first-run/api", new { token, name = Admin.Name, displayName = Admin.DisplayName, password = Admin.Password });
        await Admin.SignIn();
        foreach (var person in All.Except([Admin]))
        {
            var id = (await Admin.Post("/admin/api/people", new { name = person.Name, displayName = person.DisplayName, password = person.Password, roles = person.Roles })).GetProperty("id").GetGuid();
            person.Badge = (await Admin.Put($"/admin/api/people/{id}/badge", new { badge = (string?)null, pin = person.Pin })).GetProperty("badge").GetString()!;
        }
        await SignIn();
    }

    public async Task SignIn()
    {
        foreach (var person in All)
            await person.SignIn();
    }

    public void Dispose()
    {
        foreach (var person in All)
            person.Dispose();
    }
}
