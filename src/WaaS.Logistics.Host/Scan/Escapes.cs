using System.Globalization;
using System.Text;

namespace WaaS.Logistics.Host.Scan;

/// <summary>Payloads as a line of text: <c>\x1D</c> for the character of that number, <c>\\</c> for a backslash. Any other backslash stands for itself.</summary>
internal static class Escapes
{
    /// <returns><c>null</c> when an escape is cut off or not hexadecimal; <paramref name="fault"/> says where.</returns>
    public static string? Resolve(string line, out string fault)
    {
        fault = "";
        var at = line.IndexOf('\\');
        if (at < 0)
            return line;
        var text = new StringBuilder(line.Length).Append(line, 0, at);
        for (; at < line.Length; at++)
        {
            if (line[at] != '\\' || at + 1 == line.Length || line[at + 1] is not ('\\' or 'x'))
            {
                text.Append(line[at]);
                continue;
            }
            at++;
            if (line[at] == '\\')
            {
                text.Append('\\');
                continue;
            }
            if (at + 2 >= line.Length || !byte.TryParse(line.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                fault = $"After \\x at character {at} two hexadecimal digits are expected. A backslash itself is written \\\\.";
                return null;
            }
            text.Append((char)code);
            at += 2;
        }
        return text.ToString();
    }
}
