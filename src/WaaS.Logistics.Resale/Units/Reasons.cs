using WaaS.Logistics.Platform.Web;

namespace WaaS.Logistics.Resale.Units;

internal static class Reasons
{
    private const int MaxLength = 300;

    public static string Read(string? reason) => reason?.Trim() is { Length: > 0 and <= MaxLength } said ? said
        : throw RefusedException.Invalid("reason", $"The field reason is empty or longer than {MaxLength} characters. Say why.", MaxLength);
}
