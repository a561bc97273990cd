using System.ComponentModel;

namespace WaaS.Logistics.Tests.Documents;

/// <summary>Somebody else's reading of our PDFs: poppler's programs, as an auditor has them.</summary>
internal static class PopplerTool
{
    public static string Text(byte[] pdf) => Run("pdftotext", pdf, file => ["-layout", "-enc", "UTF-8", file, "-"]);

    /// <summary>The text without any white space: a value found in it is on the page whole, wherever lines were broken.</summary>
    public static string JoinedText(byte[] pdf) =>
        Joined(Raw(pdf));

    public static string Raw(byte[] pdf) => Run("pdftotext", pdf, file => ["-raw", "-enc", "UTF-8", file, "-"]);

    public static string Shell(string command) => Start("bash", ["-c", command]);

    public static string Joined(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    public static string Signatures(byte[] pdf) => Run("pdfsig", pdf, file => [file]);

    public static string Information(byte[] pdf) => Run("pdfinfo", pdf, file => [file]);

    public static string Attachments(byte[] pdf) => Run("pdfdetach", pdf, file => ["-list", file]);

    public static byte[] Detach(byte[] pdf, int number)
    {
        var target = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.detached");
        try
        {
            Run("pdfdetach", pdf, file => ["-save", $"{number}", "-o", target, file]);
            return File.ReadAllBytes(target);
        }
        finally
        {
            File.Delete(target);
        }
    }

    private static string Run(string program, byte[] pdf, Func<string, string[]> arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            return Start(program, arguments(file));
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException($"{program} is not installed; run `apt-get install poppler-utils`.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Start(string program, string[] arguments)
    {
        var (_, output, errors) = Erasure.Shell.Try(program, arguments);
        return output + errors;
    }
}
