using System.Diagnostics;
using System.Globalization;

namespace WaaS.Logistics.Station.Benching;

/// <summary>Another program on the same device.</summary>
/// <param name="Name">Name in the result.</param>
/// <param name="Program">Full path of the program.</param>
/// <param name="Arguments">The device is named in full; a peer is never left to find devices itself.</param>
internal sealed record Peer(string Name, string Program, IReadOnlyList<string> Arguments)
{
    public string Command => string.Join(' ', Arguments.Prepend(Path.GetFileName(Program)));

    public static Peer DdZero(string device, long size) => new(
        "dd-zero", Find("dd")!,
        ["if=/dev/zero", $"of={device}", "bs=4M", Count(size), "iflag=count_bytes", "oflag=direct", "conv=notrunc,fdatasync"]);

    public static Peer DdRead(string device, long size) =>
        new("dd-read", Find("dd")!, [$"if={device}", "of=/dev/null", "bs=4M", Count(size), "iflag=direct,count_bytes"]);

    public static Peer? Shred(string device) =>
        Find("shred") is { } program ? new Peer("shred", program, ["-n1", "--exact", device]) : null;

    public static Peer? Nwipe(string device) => Find("nwipe") is { } program
        ? new Peer("nwipe", program, ["--autonuke", "--nogui", "--nowait", "--noblank", "--method=prng", "--verify=off", "--rounds=1", device])
        : null;

    public static string? Find(string program) =>
        new[] { "/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/local/bin", "/usr/local/sbin" }
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Runs to the end. dd's own time is taken where it tells one: starting a process is not dd's work.</summary>
    /// <exception cref="IOException">It failed; a bench with a failed peer has no ratio.</exception>
    public async Task<TimeSpan> RunAsync(CancellationToken cancellation)
    {
        string folder = Directory.CreateTempSubdirectory("waas-bench-").FullName;
        try
        {
            var start = new ProcessStartInfo(Program, Arguments)
            {
                RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder,
            };
            start.Environment["LC_ALL"] = "C";
            long began = Stopwatch.GetTimestamp();
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            using CancellationTokenRegistration kill = cancellation.Register(() => process.Kill());
            Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            string errors = await process.StandardError.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false);
            await output.ConfigureAwait(false);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(began);
            cancellation.ThrowIfCancellationRequested();
            return process.ExitCode == 0
                ? OwnTime(errors) ?? elapsed
                : throw new IOException($"{Command} ended with {process.ExitCode}: {errors.Trim()}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Count(long size) => string.Create(CultureInfo.InvariantCulture, $"count={size}");

    // "1073741824 bytes (1.1 GB, 1.0 GiB) copied, 0.348 s, 3.1 GB/s"
    private static TimeSpan? OwnTime(string errors)
    {
        const string Mark = " copied, ";
        int at = errors.LastIndexOf(Mark, StringComparison.Ordinal);
        return at >= 0 && double.TryParse(errors[(at + Mark.Length)..].Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }
}
