using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Platform.Security.People;

/// <summary>What names, passwords, PINs and badge codes have to look like.</summary>
internal sealed partial class PersonRules(UserManager<AppUser> users, IPasswordHasher<AppUser> hasher)
{
    public const int ShortestPin = 4;
    private const int LongestPassword = 200;

    public string Name(string? name) => NamePattern().IsMatch(name?.Trim() ?? "")
        ? name!.Trim()
        : throw RefusedException.Invalid("name", "A sign-in name has 2 to 60 letters, digits, dots, dashes, underscores or @.");

    // Two names that look alike would be two people in every record.
    public string DisplayName(string? name) => name?.Trim() is { Length: >= 2 and <= 80 } given && !UnseenCharacters.In(given)
        ? given
        : throw RefusedException.Invalid("displayName", "Give the name people know this person by, 2 to 80 characters.");

    public IReadOnlyList<string> Roles(IReadOnlyList<string> roles) => roles.FirstOrDefault(role => !Security.Roles.All.Contains(role)) is { } stranger
        ? throw RefusedException.Invalid("roles", $"There is no role '{stranger}'.")
        : [.. roles.Distinct()];

    public async Task<string> Password(AppUser person, string password)
    {
        if (password.Length > LongestPassword)
            throw RefusedException.Invalid("password", "A password has at most 200 characters.");
        foreach (var validator in users.PasswordValidators)
            if (!(await validator.ValidateAsync(users, person, password)).Succeeded)
                throw RefusedException.Invalid("password", "A password has at least 12 characters, 4 of them different. A sentence is good.");
        if (password.Contains(person.UserName!, StringComparison.OrdinalIgnoreCase))
            throw new RefusedException("password-is-name", "The password must not contain the sign-in name.", 400, "password");
        return hasher.HashPassword(person, password);
    }

    public string Pin(AppUser person, string? pin) => pin is { Length: >= ShortestPin and <= 12 } && pin.All(char.IsAsciiDigit) && pin.Distinct().Count() > 1
        ? hasher.HashPassword(person, pin)
        : throw RefusedException.Invalid("pin", "A PIN has 4 to 12 digits, not all the same.");

    /// <summary>What a scanner can type and nobody guesses: the own codes, or at least 8 characters of an existing card.</summary>
    public string Badge(string? badge) => LooksLikeBadge(badge)
        ? badge!.Trim()
        : throw RefusedException.Invalid("badge", "A badge code has 8 to 100 visible characters without spaces. Leave the field empty to get a new code for printing.");

    public static bool LooksLikeBadge(string? code) => code?.Trim() is { Length: >= 8 and <= 100 } given && given.All(c => c is > ' ' and < '\x7f');

    [GeneratedRegex(@"^[\p{L}\p{Nd}._@-]{2,60}$")]
    private static partial Regex NamePattern();
}
