using System.Diagnostics;
using System.Security.Cryptography;

namespace WaaS.Logistics.Host.Demo.Input;

/// <summary>The carriers of all devices as images with real file systems, made by <c>deploy/demo/make-images</c>.</summary>
internal sealed class ImageShelf(DemoInput input, string folder)
{
    private readonly Dictionary<string, RawImage> _images = [];
    private readonly Dictionary<string, Found> _before = [];
    private readonly Dictionary<string, string> _untouched = [];

    public RawImage this[string carrier] => _images[carrier];

    public Found Before(string carrier) => _before[carrier];

    public Found Now(string carrier) => _images[carrier].Search(input.PlantedLines, Mark(carrier));

    /// <summary>Whether not one byte has changed since the image was made.</summary>
    public bool IsUntouched(string carrier) => _untouched[carrier] == Hash(_images[carrier].Path);

    /// <summary>The line on every page of that carrier's documents; where it stands, its owner can be told.</summary>
    public static string Mark(string carrier) => $"This file lies on carrier {carrier} ";

    public async Task Make(CancellationToken cancel)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(input.Folder, "make-images"), folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var recipe = Start(start);
        try
        {
            var (output, errors) = (recipe.StandardOutput.ReadToEndAsync(cancel), recipe.StandardError.ReadToEndAsync(cancel));
            await recipe.WaitForExitAsync(cancel);
            if (recipe.ExitCode != 0)
                throw new DemoFailedException($"The disk images cannot be made: {(await errors).Trim()}");
            await output;
        }
        finally
        {
            if (!recipe.HasExited)
                recipe.Kill(entireProcessTree: true);
        }
        foreach (var carrier in input.Carriers.Select(carrier => carrier.Serial))
        {
            var image = _images[carrier] = new RawImage(Path.Combine(folder, carrier + ".img"));
            _before[carrier] = image.Remember(input.PlantedLines, Mark(carrier));
            _untouched[carrier] = Hash(image.Path);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new DemoFailedException($"The disk images cannot be made: bash does not start ({e.Message}).");
        }
    }

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
