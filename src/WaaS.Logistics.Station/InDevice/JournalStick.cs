using System.Diagnostics;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Erasure.Native;
using WaaS.Logistics.Proof.StationContract;

namespace WaaS.Logistics.Station.InDevice;

/// <summary>A named stick that keeps journal and key of this machine's wipes: a folder per machine, a file per job. It goes from machine to machine.</summary>
internal sealed class JournalStick : IDisposable
{
    private const string MountedAt = "/run/waas-journal";
    private readonly NamedStick _stick;
    private readonly bool _mounted;

    private JournalStick(NamedStick stick, bool mounted) => (_stick, _mounted) = (stick, mounted);

    public string Name => _stick.Name;

    /// <exception cref="TargetRefusedException">It is no stick a journal may lie on.</exception>
    public static JournalStick Open(string path, bool loopsToo)
    {
        try
        {
            return new JournalStick(NamedStick.At(path, loopsToo), mounted: false);
        }
        catch (StickNotMountedException)
        {
            Directory.CreateDirectory(MountedAt);
            Run("mount", "-o", "sync,nosuid,nodev,noexec", path, MountedAt);
            try
            {
                return new JournalStick(NamedStick.At(MountedAt, loopsToo), mounted: true);
            }
            catch
            {
                Run("umount", MountedAt);
                throw;
            }
        }
    }

    public void RefuseTarget(Target target) => _stick.RefuseTarget(target);

    public IWipeJournal JournalOf(Job job)
    {
        string machine = string.Concat(job.DeviceSerial.Where(char.IsAsciiLetterOrDigit));
        string folder = Path.Combine(_stick.Folder, "waas-journal", machine.Length == 0 ? job.DeviceId.ToString() : machine);
        Directory.CreateDirectory(folder);
        DurableFile.SyncFolder(folder);
        return new FoundJournal(new WipeJournal(Path.Combine(folder, job.JobId + ".json")));
    }

    public void Dispose()
    {
        if (_mounted)
        {
            Run("umount", MountedAt);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new TargetRefusedException(NamedStick.Rule, $"{program} {string.Join(' ', arguments)}: {said.Trim()} Nothing was written.");
        }
    }

    // The first look finds what an earlier boot left; a proof of it that was not handed in is made again.
    private sealed class FoundJournal(WipeJournal file) : IWipeJournal
    {
        private bool _saved;

        public JournalEntry? Read() => _saved ? file.Read() : file.Read()?.ProvenAgain();

        public void Save(JournalEntry entry)
        {
            file.Save(entry);
            _saved = true;
        }

        public void SetAside(DateTimeOffset now) => file.SetAside(now);
    }
}
