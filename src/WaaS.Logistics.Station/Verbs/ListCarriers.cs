using System.Globalization;
using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Station.CommandLine;
using WaaS.Logistics.Station.Data;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>Shows what could be named. Choosing is left to a person, carrier by carrier.</summary>
internal sealed class ListCarriers(Speaker speaker)
{
    public ExitCode Run(Arguments arguments)
    {
        List<TargetListing> carriers = [.. TargetCatalogue.Loops()];
        if (arguments.Optional("--images") is { } folder)
        {
            carriers.AddRange(Directory.Exists(folder)
                ? TargetCatalogue.Images(Path.GetFullPath(folder))
                : throw arguments.Wrong($"--images: there is no folder '{folder}'"));
        }

        AllowedBays bays = arguments.Optional("--data") is { } data ? StationFolder.BaysOf(data) : AllowedBays.None;
        var drives = DriveCatalogue.All()
            .Select(drive => (Drive: drive, Bay: bays.LabelOf(drive.Device), Against: TargetCatalogue.Against(drive, bays)))
            .ToList();
        return speaker.Result(
            ExitCode.Done,
            new JsonObject
            {
                ["outcome"] = "done",
                ["carriers"] = new JsonArray([.. carriers.Select(Json)]),
                ["drives"] = new JsonArray([.. drives.Select(found => Json(found.Drive, found.Bay, found.Against))]),
            },
            () => [.. carriers.Count == 0 ? ["No loop devices and no images."] : carriers.Select(Line), .. drives.Select(found => Line(found.Drive, found.Bay, found.Against))]);
    }

    private static JsonNode Json(TargetListing carrier) => new JsonObject
    {
        ["path"] = carrier.Path,
        ["kind"] = carrier.Kind.ToString().ToLowerInvariant(),
        ["sizeBytes"] = carrier.SizeBytes,
        ["image"] = carrier.ImagePath,
        ["serial"] = carrier.Label?.Serial,
        ["model"] = carrier.Label?.Model,
        ["manufacturer"] = carrier.Label?.Manufacturer,
        ["refusal"] = carrier.Refusal,
    };

    private static JsonNode Json(DriveFacts drive, string? bay, IReadOnlyList<TargetRefusal> against)
    {
        JsonObject facts = DriveFactsJson.Of(drive);
        facts["bay"] = bay;
        facts["refusal"] = against is [var first, ..] ? first.Message : null;
        facts["rules"] = new JsonArray([.. against.Select(reason => (JsonNode)reason.Rule)]);
        return facts;
    }

    private static string Line(DriveFacts drive, string? bay, IReadOnlyList<TargetRefusal> against) => string.Create(
        CultureInfo.InvariantCulture,
        $"{drive.Path,-40} {drive.SizeBytes,16:N0} bytes  {drive.Serial ?? "(no serial)",-20}  {(bay is null ? "" : $"bay {bay}: ")}{(against is [var first, ..] ? first.Message : "free")}");

    private static string Line(TargetListing carrier) => string.Create(
        CultureInfo.InvariantCulture,
        $"{carrier.Path,-40} {carrier.SizeBytes,16:N0} bytes  {carrier.Label?.Serial ?? "(no serial)",-20}  {carrier.Refusal ?? "free"}");
}
