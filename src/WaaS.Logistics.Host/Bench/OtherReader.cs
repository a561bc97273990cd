using System.ComponentModel;
using System.Diagnostics;

namespace WaaS.Logistics.Host.Bench;

/// <summary>A reader of Debian's on the same pictures, started for each as a person would.</summary>
internal sealed record OtherReader(string Name, string[] Arguments, Func<string, bool> Knows)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static IReadOnlyList<OtherReader> Known { get; } =
    [
        new("zbarimg", ["-q", "--raw"], symbology => symbology is "code128" or "gs1-128" or "code39" or "code93" or "itf" or "codabar" or "qrcode" || symbology.StartsWith("ean", StringComparison.Ordinal) || symbology.StartsWith("upc", StringComparison.Ordinal)),
        new("dmtxread", ["-N1", "-m2000"], symbology => symbology is "datamatrix" or "gs1-datamatrix"),
    ];

    public static bool IsInstalled(OtherReader reader) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, reader.Name)));

    public async Task<bool> Reads(SamplePicture picture, CancellationToken cancel) =>
        await Output(Name, [.. Arguments, picture.File], cancel) is { } said && said.TrimEnd('\n', '\u001d').TrimStart('\u001d', '\u00e8', '\ufffd') is var text
        && (text == picture.Text!.TrimEnd('\n') || text.Split('\n').Contains(picture.Text.TrimEnd('\n')));

    /// <returns>What the program said; <c>null</c> where there is no such program or it took too long.</returns>
    public static async Task<string?> Output(string program, string[] arguments, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        Process? process = null;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            var said = await process.StandardOutput.ReadToEndAsync(deadline.Token);
            await errors;
            await process.WaitForExitAsync(deadline.Token);
            return said;
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            process!.Kill();
            return null;
        }
        finally
        {
            process?.Dispose();
        }
    }
}
