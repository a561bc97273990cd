using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>A drive's facts for programs; null is "not known", never "no".</summary>
internal static class DriveFactsJson
{
    public static JsonObject Of(DriveFacts drive) => new()
    {
        ["path"] = drive.Path,
        ["device"] = drive.Device,
        ["interface"] = drive.Interface.ToString().ToLowerInvariant(),
        ["sizeBytes"] = drive.SizeBytes,
        ["nativeBytes"] = drive.NativeBytes,
        ["logicalSectorBytes"] = drive.LogicalSectorBytes,
        ["physicalSectorBytes"] = drive.PhysicalSectorBytes,
        ["rotational"] = drive.Rotational,
        ["vendor"] = drive.Vendor,
        ["model"] = drive.Model,
        ["firmware"] = drive.Firmware,
        ["serial"] = drive.Serial,
        ["serialSource"] = drive.SerialSource.ToString().ToLowerInvariant(),
        ["wwn"] = drive.Wwn,
        ["eui64"] = drive.Eui64,
        ["nguid"] = drive.Nguid,
        ["security"] = drive.Security is not { } security ? null : new JsonObject
        {
            ["supported"] = security.Supported,
            ["enabled"] = security.Enabled,
            ["locked"] = security.Locked,
            ["frozen"] = security.Frozen,
            ["enhancedErase"] = security.EnhancedErase,
        },
        ["sanitize"] = drive.Sanitize is not { } methods ? null : new JsonArray(
            [.. new[] { SanitizeMethods.Block, SanitizeMethods.Crypto, SanitizeMethods.Overwrite }
                .Where(method => methods.HasFlag(method)).Select(method => (JsonNode)method.ToString().ToLowerInvariant())]),
        ["formatErase"] = drive.FormatErase,
        ["hpa"] = drive.Hpa,
        ["dco"] = drive.Dco,
        ["ama"] = drive.Ama,
        ["healthy"] = drive.Healthy,
        ["remappedSectors"] = drive.RemappedSectors,
        ["writeCache"] = drive.WriteCache,
        ["removable"] = drive.Removable,
    };
}
