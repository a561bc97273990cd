using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Resources;
using WaaS.Logistics.Platform.Security.People;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Platform.Web.Pipeline;

namespace WaaS.Logistics.Platform.Security.SignIn;

/// <summary>
/// An existing card used as a badge looks like any serial to the scanner. Before a scan reaches its service it is asked whether it is
/// somebody's badge; then the page asks for the PIN, and nothing is recorded.
/// </summary>
internal static class BadgeAtStation
{
    /// <summary>Whatever takes a <see cref="ScanPost"/> below these routes knows badges.</summary>
    public static RouteGroupBuilder KnowingBadges(this RouteGroupBuilder routes) => routes.FilterWhoTakes(
        parameter => parameter.ParameterType == typeof(ScanPost),
        (scans, next) => async context => await Recognise(context.HttpContext, context.GetArgument<ScanPost>(scans[0])) ?? await next(context));

    private static async Task<IResult?> Recognise(HttpContext http, ScanPost scan)
    {
        // Our own badges are recognised by the page itself.
        if (!PersonRules.LooksLikeBadge(scan.Payload))
            return null;
        // The card may have been enrolled before its station was calibrated.
        var (hash, arrived) = (BadgeCode.Hash(scan.Payload), BadgeCode.Hash(scan.Arrived ?? scan.Payload));
        var known = await http.RequestServices.GetRequiredService<PlatformDb>().People.AnyAsync(person => person.BadgeHash == hash || person.BadgeHash == arrived, http.RequestAborted);
        if (!known)
            return null;
        var t = http.RequestServices.GetRequiredService<Texts>();
        // Without the code: it would stand on the screen for the next one to see.
        return TypedResults.Ok(new BadgeSeen(Tone.Again, t["Badge_Title"], "", t["Badge_EnterPin"], Badge: true));
    }
}

/// <summary>The answer to a scan that was a badge: the first four as in <see cref="ScanAnswer"/>.</summary>
internal sealed record BadgeSeen(Tone Tone, string Word, string Subject, string Next, bool Badge);
