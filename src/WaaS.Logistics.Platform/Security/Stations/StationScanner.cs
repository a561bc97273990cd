using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Resources;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.Stations;

/// <summary>The scanner of the station a request comes from: what it was seen to do, and whether it can be believed.</summary>
internal sealed class StationScanner(PlatformDb db, KnownStations known, Visit visit, IHttpContextAccessor http, IScannerReader reader, Texts texts)
{
    /// <summary>Where the card is shown; a scanner reads it off the screen.</summary>
    public const string CardPath = "/admin/stations/card";

    /// <returns><c>null</c> where the scan is not the calibration card's.</returns>
    public async Task<ScanAnswer?> Calibrate(string arrived)
    {
        if (reader.ReadCard(arrived) is not { } card)
            return null;
        if (visit.Station is not { } here)
            return CalibrateBrowser(card);
        if (card.Setting is not { } setting)
        {
            await Change(here.Id, station => station.ShowFault("card", db.Now));
            throw Refuse("scanner-card", "This was the calibration card, but no known keyboard explains what arrived. Set the scanner to the keyboard country of this computer and scan the card again. Until then nothing is recorded here.");
        }
        await Change(here.Id, station => station.Calibrate(setting, db.Origin.ActorName, db.Now));
        ScannerCookie.Forget(http.HttpContext);
        return new ScanAnswer(card.IsClean ? Tone.Ok : Tone.Look, texts["Scanner_Calibrated"], texts["Scanner_Keyboard", here.Name, texts["Keyboard_" + setting.Layout]], Sentence(card, setting));
    }

    /// <exception cref="RefusedException">It is the calibration card, where it can teach nothing.</exception>
    public void RefuseCard(string arrived)
    {
        if (reader.ReadCard(arrived) is not null)
            throw Refuse("scanner-card-page", "This was the calibration card. It is scanned on a station's page; here it teaches nothing.");
    }

    /// <returns>What the scan says, repaired by the station's calibration.</returns>
    /// <exception cref="RefusedException">The scan, or one before it, shows that the scanner cannot be believed.</exception>
    public async Task<string> Read(string arrived)
    {
        var read = reader.Read(arrived, visit.Station?.Scanner);
        if (read.Fault is { } fault)
        {
            if (visit.Station is { FaultSince: null } station && fault != "known-loss")
                await Change(station.Id, row => row.ShowFault(fault, db.Now));
            if (visit.Station is null)
                ScannerCookie.Show(http.HttpContext, db.Now);
            throw Refusal(fault, read.Detail, arrived);
        }
        if (read.IsCommand)
            return read.Text;
        if (visit.Station is null && ScannerCookie.FaultSince(http.HttpContext, db.Now) is { } seen)
            throw Refuse("scanner-fault-browser", $"The scanner at this browser cannot be believed since {seen:u}. '{Printable.Of(arrived)}' was not recorded. Set the scanner to the keyboard country of this computer and scan the calibration card, or have the browser enrolled as a station.", Printable.Of(arrived), Display.Time(seen));
        return visit.Station?.FaultSince is { } since
            ? throw Refuse("scanner-fault", $"The scanner of this station cannot be believed since {since:u}. '{Printable.Of(arrived)}' was not recorded. Scan the calibration card, then this again.", Printable.Of(arrived), Display.Time(since))
            : read.Text;
    }

    // What the card shows can be kept for a station alone; here it has to come right by itself.
    private ScanAnswer CalibrateBrowser(CardScan card)
    {
        if (!card.IsClean)
        {
            ScannerCookie.Show(http.HttpContext, db.Now);
            throw Refuse("scanner-no-station", "This was the calibration card, and the scanner does not fit this computer; but this browser is no station, and what it types is not repaired. Set the scanner to the keyboard country of this computer and scan the card again, or have the browser enrolled as a station. Until then nothing is recorded here.");
        }
        ScannerCookie.Forget(http.HttpContext);
        return new ScanAnswer(Tone.Ok, texts["Scanner_Calibrated"], texts["Keyboard_Us"], texts["Scanner_Fits"]);
    }

    public async Task Forget(Guid id) => await Change(id, station => station.ForgetScanner());

    private async Task Change(Guid id, Action<Station> change)
    {
        change(await db.Stations.SingleOrDefaultAsync(row => row.Id == id && row.WithdrawnAt == null) ?? throw RefusedException.NotFound("station", id.ToString()));
        await db.SaveChangesAsync();
        known.Changed(id);
    }

    private string Sentence(CardScan card, ScannerSetting setting)
    {
        List<string> said = [texts[setting.Layout == "Us" ? "Scanner_Fits" : "Scanner_Repairs"]];
        if (setting.IsCaseInverted)
            said.Add(texts["Scanner_CapsLock"]);
        if (card.LosesControls)
            said.Add(texts["Scanner_LosesControls"]);
        return string.Join(' ', said);
    }

    private RefusedException Refusal(string fault, string detail, string arrived) => fault switch
    {
        "layout" => Refuse("scanner-layout", $"The scanner types as on a US keyboard, but this computer has a {detail} one: '{Printable.Of(arrived)}' arrived, and serials would be misread. Nothing was recorded. Scan the calibration card, then this again.", Printable.Of(arrived), texts["Keyboard_" + detail]),
        "controls" => Refuse("scanner-controls", $"The scanner loses control characters: {detail}. '{Printable.Of(arrived)}' was not recorded. Scan the calibration card, then this again.", Printable.Of(arrived), detail),
        "known-loss" => Refuse("scanner-loss", $"The scanner of this station loses control characters, and this label needs them: {detail}. Scan the barcode that holds the serial alone.", detail),
        _ => Refuse("scanner-changed", $"'{Printable.Of(arrived)}' does not fit the calibration of this station ({detail}): the scanner or the keyboard was changed. Nothing was recorded. Scan the calibration card again, then this.", Printable.Of(arrived)),
    };

    private static RefusedException Refuse(string rule, string message, params object[] arguments) => new(rule, message, StatusCodes.Status409Conflict, "payload", arguments) { Help = CardPath };
}
