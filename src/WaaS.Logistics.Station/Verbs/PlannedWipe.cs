using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>What a wipe of the carrier would do by the job the server would give.</summary>
internal sealed class PlannedWipe
{
    private readonly JobPlan _plan;
    private readonly Target _target;
    private readonly CarrierSerial _serial;
    private readonly Recipe _recipe;
    private readonly string? _technique;

    /// <exception cref="TargetRefusedException">The job is for another carrier, or cannot be carried out here.</exception>
    public PlannedWipe(JobPlan plan, Target target, CarrierSerial serial, DriveControl? drive, string? computer, string? scanned)
    {
        (_plan, _target, _serial) = (plan, target, serial);
        serial.MustBe(OrderedRecipe.SerialOf(plan.Job, computer, scanned));
        _recipe = OrderedRecipe.Of(plan.Job);
        _ = OrderedRecipe.Samples(plan.Job, target.Identity.SizeBytes);
        _technique = Wipe.TechniqueOf(_recipe, drive, target.Path);
    }

    /// <summary>What was seen of the carrier.</summary>
    public static JsonObject Facts(Target target, CarrierSerial serial)
    {
        TargetIdentity identity = target.Identity;
        return new JsonObject
        {
            ["outcome"] = "",
            ["path"] = target.Path,
            ["kind"] = identity.Kind.ToString().ToLowerInvariant(),
            ["sizeBytes"] = identity.SizeBytes,
            ["sectorBytes"] = identity.SectorBytes,
            ["serial"] = serial.Value,
            ["serialSource"] = serial.Source,
            ["observations"] = new JsonObject(target.Observations.Select(seen => KeyValuePair.Create(seen.Key, (JsonNode?)seen.Value))),
            ["drive"] = target.Drive is { } drive ? DriveFactsJson.Of(drive) : null,
        };
    }

    public static IEnumerable<string> OfCarrier(Target target, CarrierSerial serial) =>
    [
        $"{target.Path}: {target.Identity.SizeBytes:N0} bytes, carrier {serial.Value} ({serial.Source}).",
        .. target.Drive is { } drive ? [$"Drive {drive.Model}, bay {target.Observations["bay"]}, firmware {drive.Firmware}, {drive.Wwn}."] : Array.Empty<string>(),
    ];

    public JsonObject Add(JsonObject facts)
    {
        Job job = _plan.Job;
        facts["outcome"] = "would-wipe";
        facts["job"] = new JsonObject
        {
            ["handedOut"] = _plan.HandedOut,
            ["deviceSerial"] = job.DeviceSerial,
            ["slot"] = job.Slot,
            ["procedure"] = job.ProcedureKey,
            ["requiredLevel"] = job.RequiredLevel?.ToString().ToLowerInvariant(),
            ["passes"] = _recipe.Passes,
            ["technique"] = _technique,
            ["verification"] = job.Verification.Type.ToString().ToLowerInvariant(),
            ["customer"] = new JsonObject(job.Customer.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))),
        };
        return facts;
    }

    public IEnumerable<string> Words()
    {
        Job job = _plan.Job;
        string passes = _recipe.Passes switch { 0 => "", 1 => "overwritten, ", var several => $"overwritten {several} times, " };
        return
        [
            .. OfCarrier(_target, _serial),
            $"ALL of it would be {passes}{(_technique is null ? "" : $"erased by the drive itself ({_technique}), ")}and looked at afterwards: procedure {job.ProcedureKey}.",
            $"{(_plan.HandedOut ? "This station has the job already" : "The server would give the job")}: device {job.DeviceSerial}, slot {job.Slot}, {string.Join(", ", job.Customer.Select(field => $"{field.Key} {field.Value}"))}. Nothing was written.",
        ];
    }
}
