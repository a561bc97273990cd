using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Documents.Labels;
using WaaS.Logistics.Labels;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Places;
using WaaS.Logistics.Returns.Resources;
using WaaS.Logistics.Scanning;
using WaaS.Logistics.Scanning.Layout;

namespace WaaS.Logistics.Returns.PrintLabels;

/// <summary>What is printed for receiving, in the language asked for: cards for the station, labels for places, tags for devices.</summary>
internal sealed class PrintLabels(ReturnsDb db, Texts t)
{
    public Task<LabelFile> Commands(PrintQuery query)
    {
        query.Speak();
        return Task.FromResult(Print([.. CommandCards.All(t).Select(card => card.Printed(query.IsLinear))], t["Cards_Title"], "command-cards", query, "a4"));
    }

    /// <summary>The card a scanner is checked with. It holds a control character, so it is a Data Matrix and nothing to be typed.</summary>
    public Task<LabelFile> Calibration(PrintQuery query)
    {
        query.Speak();
        return Task.FromResult(Print(
            [new Sticker(t["Cards_Title"], t["Card_Calibration"], Scanning.Layout.Calibration.Text) { Lines = [t["Card_CalibrationWhat"]], ShowsText = false }], t["Card_Calibration"], "calibration-card", query, "a4"));
    }

    /// <param name="place">One place by its code or its scanned label; all where it is absent.</param>
    public async Task<LabelFile> Places(string? place, PrintQuery query, CancellationToken cancel)
    {
        query.Speak();
        var places = string.IsNullOrWhiteSpace(place) ? await db.Places.AsNoTracking().OrderBy(row => row.Code).ToListAsync(cancel) : [await db.Place(place, "place", cancel)];
        if (places.Count == 0)
            throw new RefusedException("no-place-to-print", "There is no place yet. Define one under Places first.");
        return Print([.. places.Select(row => new Sticker(t["Place"], row.Code, row.Label) { Lines = [t.Of(row.Kind)] })], t["Labels_Places"], places.Count == 1 ? $"place-{places[0].CodeKey}" : "places", query, "a4");
    }

    /// <param name="order">Number of a return order.</param>
    /// <param name="device">One of its devices; all that are not withdrawn where it is absent.</param>
    public async Task<LabelFile> Devices(string? order, Guid? device, PrintQuery query, CancellationToken cancel)
    {
        query.Speak();
        if (string.IsNullOrWhiteSpace(order))
            throw RefusedException.Invalid("order", "Name the return order whose devices get tags.");
        var number = order.Trim().ToUpperInvariant();
        var found = await db.Orders.AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancel) ?? throw RefusedException.NotFound("return order", order.Trim());
        var devices = await db.Expected.AsNoTracking().Where(row => row.OrderId == found.Id).OrderBy(row => row.Model).ThenBy(row => row.Serial).ToListAsync(cancel);
        if (device is { } one)
            devices = [devices.SingleOrDefault(row => row.DeviceId == one) ?? throw RefusedException.NotFound("device", one.ToString())];
        if (device is not null && devices[0].State == ExpectedState.Withdrawn)
            throw new RefusedException("device-withdrawn", $"{devices[0].Serial} was withdrawn from {found.Number} and gets no tag.", arguments: [devices[0].Serial, found.Number]);
        devices = [.. devices.Where(row => row.State != ExpectedState.Withdrawn)];
        if (devices.Count == 0)
            throw new RefusedException("no-device-to-tag", $"{found.Number} expects no device any more.", arguments: [found.Number]);
        return Print([.. devices.Select(Tag)], t["Labels_DevicesOf", found.Number], $"tags-{found.Number}", query, "62x29");
    }

    private Sticker Tag(ExpectedDevice device) =>
        new(t["Device"], device.Serial, OwnCode.Create(OwnCodeKind.Device, device.DeviceId)) { Lines = [$"{device.Manufacturer} {device.Model}"] };

    private LabelFile Print(IReadOnlyList<Sticker> stickers, string title, string name, PrintQuery query, string usualPaper) =>
        LabelPress.Print(stickers, new PrintJob(title, name, LabelPaper.Named(query.PaperOr(usualPaper)), db.Now, query.IsZpl));
}
