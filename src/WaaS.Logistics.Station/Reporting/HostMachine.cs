using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Station.Reporting;

/// <summary>The machine as its firmware names it.</summary>
internal static class HostMachine
{
    private const string Dmi = "/sys/class/dmi/id";

    public static HostIdentity Read() => new()
    {
        Manufacturer = Value("sys_vendor"),
        Model = Value("product_name"),
        Serial = Value("product_serial"),
        Uuid = Value("product_uuid"),
        AssetTag = Value("chassis_asset_tag"),
    };

    public static string InOneLine()
    {
        HostIdentity host = Read();
        return string.Join(' ', new[] { host.Manufacturer, host.Model, host.Serial, Environment.MachineName }.Where(part => part is not null));
    }

    private static string? Value(string name)
    {
        try
        {
            string value = File.ReadAllText(Path.Combine(Dmi, name)).Trim();
            return value.Length == 0 ? null : value;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
