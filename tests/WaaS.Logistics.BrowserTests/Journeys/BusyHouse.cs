using WaaS.Logistics.Platform.Security;
using Xunit;

namespace WaaS.Logistics.BrowserTests.Journeys;

/// <summary>A house with something on every page, and one person in it who may see them all.</summary>
public sealed class BusyHouse : IAsyncLifetime
{
    private const string Everybody = "everybody";
    private House? _house;
    private WipeFloor? _floor;

    internal Uri Address => _house!.Address;

    internal object SignIn { get; } = new { name = Everybody, password = Crew.Password };

    public async ValueTask InitializeAsync()
    {
        _house = await House.Open();
        var crew = await Crew.Hire(_house);
        _floor = new WipeFloor(_house, crew);
        await _floor.Receive(("Lenovo", "ThinkPad T14", "PF3WALK1", "high", "S64DNX0R200001"), ("HP", "EliteBook 840", "5CGWALK2", "normal", null));
        string[] roles = [.. Roles.All.Except([Roles.Reseller, Roles.Customer])];
        await crew.Post("admin", "/admin/api/people", new { name = Everybody, displayName = "Eva Jederfrau", password = Crew.Password, roles });
    }

    public async ValueTask DisposeAsync()
    {
        _floor?.Dispose();
        if (_house is not null)
            await _house.DisposeAsync();
    }
}
