using System.Globalization;
using System.Text.Json.Nodes;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Station.CommandLine;

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

        IReadOnlyList<DriveFacts> drives = DriveCatalogue.All();
        return speaker.Result(
            ExitCode.Done,
            new JsonObject
            {
                ["outcome"] = "done",
                ["carriers"] = new JsonArray([.. carriers.Select(Json)]),
                ["drives"] = new JsonArray([.. drives.Select(DriveFactsJson.Of)]),
            },
            () => [.. carriers.Count == 0 ? ["No loop devices and no images."] : carriers.Select(Line), .. drives.Select(Line)]);
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

    private static string Line(DriveFacts drive) => string.Create(
        CultureInfo.InvariantCulture,
        $"{drive.Path,-40} {drive.SizeBytes,16:N0} bytes  {drive.Serial ?? "(no serial)",-20}  {DriveFactsJson.Refusal(drive)}");

    private static string Line(TargetListing carrier) => string.Create(
        CultureInfo.InvariantCulture,
        $"{carrier.Path,-40} {carrier.SizeBytes,16:N0} bytes  {carrier.Label?.Serial ?? "(no serial)",-20}  {carrier.Refusal ?? "free"}");
}
