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
            if (request is not ["backup", var target])
                await writer.WriteLineAsync("error Only 'backup FILE' is known here.");
            else
                await writer.WriteLineAsync(await Backup(target, cancel));
        }
        catch (IOException e)
        {
            log.LogWarning(e, "A caller on the control socket went away");
        }
    }

    private async Task<string> Backup(string target, CancellationToken cancel)
    {
        try
        {
            var file = await backups.Take(target, cancel);
            log.LogInformation("Backup taken: {File}", file);
            return "ok " + file;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            log.LogError(e, "Backup to {File} failed", target);
            return "error " + e.Message.ReplaceLineEndings(" ");
        }
    }

    /// <returns>The answer's line, or null when nobody listens.</returns>
    public static async Task<string?> Ask(StorageOptions storage, string request, CancellationToken cancel)
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
        await writer.WriteLineAsync(request);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(cancel);
    }
}
