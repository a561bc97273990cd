using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Evidence;

namespace WaaS.Logistics.Station.Reporting;

/// <summary>The machine as its firmware names it.</summary>
internal static class HostMachine
{
    private const string Dmi = "/sys/class/dmi/id";

    // Left by makers of boards who sold them without filling in the rest; the long one is the best known of all.
    private static readonly string[] EmptyUuids = ["03000200-0400-0500-0006-000700080009", "12345678-1234-5678-90ab-cddeefaabbcc"];

    private static readonly string[] EmptyTags = ["no asset information", "no asset tag", "noassettag", "asset-1234567890", "asset tag", "chassis asset tag"];

    /// <summary>What the firmware does not really say is null: a placeholder would match any other such machine.</summary>
    public static HostIdentity Read(string folder = Dmi)
    {
        string? maker = Named(Value(folder, "sys_vendor")), name = Named(Value(folder, "product_name")), version = Named(Value(folder, "product_version"));
        bool lenovo = maker?.StartsWith("LENOVO", StringComparison.OrdinalIgnoreCase) == true;
        string? uuid = Value(folder, "product_uuid"), tag = Named(Value(folder, "chassis_asset_tag"));
        return new HostIdentity
        {
            Manufacturer = maker,
            // Lenovo keeps the order number in the name and the model people know in the version.
            Model = lenovo && version is not null && name is not null ? $"{version} ({name})" : name,
            Serial = Named(Value(folder, "product_serial")),
            Uuid = uuid is null || EmptyUuids.Contains(uuid.ToLowerInvariant()) || PlaceholderSerial.Is(uuid) ? null : uuid,
            AssetTag = tag is null || EmptyTags.Contains(tag.ToLowerInvariant()) ? null : tag,
        };
    }

    public static string InOneLine()
    {
        HostIdentity host = Read();
        return string.Join(' ', new[] { host.Manufacturer, host.Model, host.Serial, Environment.MachineName }.Where(part => part is not null));
    }

    private static string? Named(string? value) => PlaceholderSerial.Is(value) ? null : value;

    private static string? Value(string folder, string name) => KernelFile.Text(Path.Combine(folder, name));
}
