using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.SignIn;

internal sealed class ConfirmPerson(PlatformDb db, Visit visit, SignInGuard guard, IPasswordHasher<AppUser> hasher) : IConfirmPerson
{
    public async Task Require(string? secret)
    {
        if (visit.PersonId is not { } id)
            throw Wrong();
        (string, SignInLimit)[] counted = [("confirm:" + id, SignInLimit.Person)];
        await guard.Begin(counted);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && !row.IsLocked);
        if ((person?.PinHash ?? person?.PasswordHash) is not { } hash || hasher.VerifyHashedPassword(person!, hash, secret ?? "") == PasswordVerificationResult.Failed)
            throw Wrong();
        await guard.Succeeded(counted);
    }

    private static RefusedException Wrong() =>
        new("pin-wrong", "The PIN is wrong. People without a badge give their password. After 5 wrong tries it is locked for 15 minutes.", StatusCodes.Status403Forbidden, "pin");
}
