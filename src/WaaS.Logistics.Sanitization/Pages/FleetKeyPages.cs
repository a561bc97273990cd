using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WaaS.Logistics.Platform.Security;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Sanitization.InDevice;
using WaaS.Logistics.Sanitization.Resources;

namespace WaaS.Logistics.Sanitization.Pages;

/// <summary>Keys for boot media: made, shown once, and revoked.</summary>
internal static class FleetKeyPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/wipe/stations/fleet-keys").For(Who.KeepsStations);
        keys.MapGet("", () => Page.Show<FleetKeyPage>(new { Form = new FleetKeyForm { Machines = "50" } }));
        keys.MapPost("", Make);
        keys.MapPost("/{id:guid}/revoke", Revoke);
    }

    // Shown as the answer of the post and never again: an address that brings the key back would be as good as the key.
    private static async Task<IResult> Make([FromForm] FleetKeyForm form, FleetKeys keys, Refusals refusals, PublicAddress address, HttpContext http, CancellationToken cancel)
    {
        try
        {
            var made = await keys.Make(form.Name, DateOf(form.EndsOn), NumberOf(form.Machines), cancel);
            return Page.Show<FleetKeyMadePage>(new { Key = new MadeKey(made.Name, made.PrivateKeyPem, made.EndsAt, made.MachineLimit), Server = address.Of(http) });
        }
        catch (RefusedException e)
        {
            return Page.Show<FleetKeyPage>(new { Form = form, Errors = FormErrors.Of(e, refusals) }, e.Status);
        }
    }

    private static async Task<IResult> Revoke(Guid id, [FromForm] PlainForm form, FleetKeys keys, Texts t, CancellationToken cancel)
    {
        await keys.Revoke(id, cancel);
        return Page.Redirect("/wipe/stations", t["Done_FleetKeyRevoked"]);
    }

    private static DateOnly? DateOf(string? date) => DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static int? NumberOf(string? number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}

public sealed record FleetKeyForm
{
    public Guid OpId { get; init; }
    public string? Name { get; init; }
    public string? EndsOn { get; init; }
    public string? Machines { get; init; }
}

public sealed record MadeKey(string Name, string Pem, DateTime EndsAt, int MachineLimit);

public sealed record FleetKeyRow(Guid Id, string Name, string KeyId, int Machines, int MachineLimit, int Boots, DateTime EndsAt, string CreatedBy, DateTime CreatedAt, DateTime? LastUsedAt, DateTime? RevokedAt, string? RevokedBy, bool Ended);

public sealed record BootRow(Guid Id, string Name, string Machine, string FleetKey, DateTime EnrolledAt, DateTime ExpiresAt, bool Over, DateTime? RevokedAt, string? RevokedBy);
