using WaaS.Logistics.Platform.Data;

namespace WaaS.Logistics.Rentals.Data;

/// <summary>What the two databases refuse, whoever asks: no device is in two contracts on the same day.</summary>
internal static class RentalsRules
{
    public const string InTwoContracts = "rentals: a device is in one contract at a time";
    public static DatabaseRules All { get; } = RefusalRule.All("rentals", Rules, postgresPrefix: "rentals_");

    private static IReadOnlyList<RefusalRule> Rules =>
    [
        new("line_days_are_free", "contract_devices", "INSERT", Overlaps("NEW.device_id", "NEW.contract_id", "NEW.returned_on"), InTwoContracts, "{t}devices d WHERE d.id = NEW.device_id"),
        // An end or a return only makes the days fewer, and is never refused.
        new("line_keeps_days", "contract_devices", "UPDATE",
            "NEW.device_id <> OLD.device_id OR NEW.contract_id <> OLD.contract_id OR OLD.returned_on IS NOT NULL AND (NEW.returned_on IS NULL OR NEW.returned_on > OLD.returned_on)", "rentals: a device in a contract is not edited"),
        new("contract_days_are_free", "contracts", "UPDATE",
            $"(NEW.start < OLD.start OR NEW.ends_on > OLD.ends_on) AND EXISTS (SELECT 1 FROM {{t}}contract_devices own WHERE own.contract_id = NEW.id AND {Overlaps("own.device_id", "NEW.id", "own.returned_on", "NEW.start", "NEW.ends_on")})", InTwoContracts,
            "{t}devices d WHERE d.id IN (SELECT l.device_id FROM {t}contract_devices l WHERE l.contract_id = NEW.id) ORDER BY d.id"),
    ];

    private static string Overlaps(string device, string contract, string returned, string start, string end) =>
        $"EXISTS (SELECT 1 FROM {{t}}contract_devices o JOIN {{t}}contracts c ON c.id = o.contract_id WHERE o.device_id = {device} AND o.contract_id <> {contract} AND c.start <= COALESCE({returned}, {end}) AND {start} <= COALESCE(o.returned_on, c.ends_on))";

    private static string Overlaps(string device, string contract, string returned) =>
        $"EXISTS (SELECT 1 FROM {{t}}contracts n WHERE n.id = {contract} AND {Overlaps(device, contract, returned, "n.start", "n.ends_on")})";
}
