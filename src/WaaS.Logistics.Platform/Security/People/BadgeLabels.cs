using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.People;

/// <summary>A badge to wear: name and code, and never the PIN. The code is kept nowhere, so whoever prints has it: from the answer it was made in, or from the old badge.</summary>
internal sealed class BadgeLabels(PlatformDb db, IPrintBadge? printer = null)
{
    private const string Own = "WL:badge:";

    public async Task<PrintedFile> Handle(Guid id, string? badge, PrintQuery query)
    {
        var person = await ChangePerson.Load(db, id);
        var code = badge?.Trim() ?? "";
        if (person.BadgeHash is not { } kept)
            throw new RefusedException("no-badge-to-print", "This person has no badge. Give one first.");
        if (code.Length == 0 || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(BadgeCode.Hash(code)), Encoding.ASCII.GetBytes(kept)))
            throw new RefusedException("badge-not-theirs", "This is not the code of this person's badge. Scan the badge they have, or give a new one and print it at once.", StatusCodes.Status400BadRequest, "badge");
        if (!code.StartsWith(Own, StringComparison.OrdinalIgnoreCase))
            throw new RefusedException("badge-of-others", "This badge is a card of another house and has its own print.", StatusCodes.Status409Conflict, "badge");
        if (printer is null)
            throw new InvalidOperationException("Nobody is there to print a badge.");
        return printer.Print(Own + code[Own.Length..].ToUpperInvariant(), person.DisplayName, query);
    }
}
