using WaaS.Logistics.Host.Demo.Input;

namespace WaaS.Logistics.Host.Demo.Ends;

/// <summary>Where one device is when everybody has gone home, as the services themselves say.</summary>
/// <param name="Found">In words for the table.</param>
/// <param name="Wrong">Everything that is not as the rules say; empty when all is.</param>
/// <param name="Certificates">Paths of the German and English papers.</param>
internal sealed record DeviceEnd(Part Part, string Manufacturer, string Model, string Customer, string Found, IReadOnlyList<string> Wrong, IReadOnlyList<string> Certificates, int Facts)
{
    public bool IsRight => Wrong.Count == 0;
}
