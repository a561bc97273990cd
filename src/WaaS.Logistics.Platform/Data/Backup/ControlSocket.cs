using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WaaS.Logistics.Platform.Data.Backup;

/// <summary>
/// A socket in the data folder by which 'waas backup' asks the running program, since nobody else may open the data file. Whoever may
/// reach the folder may ask.
/// </summary>
internal sealed class ControlSocket(StorageOptions storage, BackupTaker backups, ILogger<ControlSocket> log) : BackgroundService
{
    private const string BackUp = "backup", BackUpTheRest = "backup-leaving-out-damaged", Done = "ok ", Wrong = "error ";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static string PathIn(StorageOptions storage) => Path.Combine(storage.DataFolder, "control.sock");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (storage.Kind != StorageKind.Sqlite)
            return;
        var path = PathIn(storage);
        File.Delete(path);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        // A socket's path is short by nature (108 bytes); from a deep folder the backup is made with the program stopped.
        if (System.Text.Encoding.UTF8.GetByteCount(path) > 100)
        {
            log.LogWarning("The data folder's path is too long for a control socket: 'waas backup' works only while this program is stopped");
            return;
        }
        listener.Bind(new UnixDomainSocketEndPoint(path));
        File.SetUnixFileMode(path, OwnerOnly);
        listener.Listen(4);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                using var caller = await listener.AcceptAsync(stoppingToken);
                await Answer(caller, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Answer(Socket caller, CancellationToken cancel)
    {
        try
        {
            await using var stream = new NetworkStream(caller);
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream) { AutoFlush = true };
            var request = (await reader.ReadLineAsync(cancel))?.Split(' ', 2);
            if (request is not [BackUp or BackUpTheRest, var target])
                await writer.WriteLineAsync($"{Wrong}Only '{BackUp} FILE' and '{BackUpTheRest} FILE' are known here.");
            else
                await writer.WriteAsync(string.Join('\n', await Backup(target, request[0] == BackUpTheRest, cancel)));
        }
        catch (IOException e)
        {
            log.LogWarning(e, "A caller on the control socket went away");
        }
    }

    private async Task<IEnumerable<string>> Backup(string target, bool leaveOutDamaged, CancellationToken cancel)
    {
        try
        {
            var taken = await backups.Take(target, leaveOutDamaged, cancel);
            log.LogInformation("Backup taken: {File}", taken.File);
            foreach (var gap in taken.LeftOut)
                log.LogWarning("Not in the backup {File}: {Gap}", taken.File, gap);
            return taken.LeftOut.Prepend(Done + taken.File);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            log.LogError(e, "Backup to {File} failed", target);
            return [Wrong + e.Message.ReplaceLineEndings(" ")];
        }
    }

    /// <summary>Asks the running program for a backup.</summary>
    /// <returns>Null when nobody listens.</returns>
    /// <exception cref="InvalidOperationException">It could not take one.</exception>
    public static async Task<BackupTaken?> Ask(StorageOptions storage, string target, bool leaveOutDamaged, CancellationToken cancel)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(PathIn(storage)), cancel);
        }
        catch (Exception e) when (e is SocketException or ArgumentOutOfRangeException)
        {
            return null;
        }
        await using var stream = new NetworkStream(socket);
        await using var writer = new StreamWriter(stream) { AutoFlush = true };
        await writer.WriteLineAsync($"{(leaveOutDamaged ? BackUpTheRest : BackUp)} {target}");
        using var reader = new StreamReader(stream);
        var answer = (await reader.ReadToEndAsync(cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return answer switch
        {
            [var first, .. var leftOut] when first.StartsWith(Done, StringComparison.Ordinal) => new BackupTaken(first[Done.Length..], leftOut),
            [var first, ..] => throw new InvalidOperationException(first.StartsWith(Wrong, StringComparison.Ordinal) ? first[Wrong.Length..] : first),
            [] => throw new InvalidOperationException("The running program went away before the backup was taken."),
        };
    }
}
