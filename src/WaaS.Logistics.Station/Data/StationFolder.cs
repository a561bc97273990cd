using System.Text;
using System.Text.Json;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Erasure.Native;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Signing;

namespace WaaS.Logistics.Station.Data;

/// <summary>Everything a station keeps: its key, its open claims, and a folder per job. Every file is on the medium when a call returns.</summary>
internal sealed class StationFolder
{
    private readonly string _root;

    private StationFolder(string root) => _root = root;

    public string KeyPath => Path.Combine(_root, "station.key");

    private string EnrolmentPath => Path.Combine(_root, "station.json");

    public static StationFolder At(string root)
    {
        string full = Path.GetFullPath(root);
        Directory.CreateDirectory(Path.Combine(full, "jobs"));
        Directory.CreateDirectory(Path.Combine(full, "claims"));
        DurableFile.SyncFolder(full);
        return new StationFolder(full);
    }

    /// <summary>The folder of a station that is enrolled; null for any other. Looks only, and makes nothing.</summary>
    public static StationFolder? Enrolled(string root) =>
        new StationFolder(Path.GetFullPath(root)) is var folder && File.Exists(folder.EnrolmentPath) ? folder : null;

    /// <summary>The bays of a station's folder; looks only, and makes nothing.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="unlock">Drives that an erase of this station left locked are unlocked when they are opened.</param>
    /// <param name="elsewhere">Whether another station's erase left a locked drive so; asked where this one's journal does not say it.</param>
    public static AllowedBays BaysOf(string root, bool unlock = false, Func<string, bool>? elsewhere = null) =>
        AllowedBays.Read(Path.Combine(Path.GetFullPath(root), "bays.json")).Knowing(serial => LeftLocked(root, serial) || elsewhere?.Invoke(serial) == true, unlock);

    // The password was stored before the drive got it, and goes from the journal when the drive is seen to be rid of it; the last wipe of the drive counts.
    private static bool LeftLocked(string root, string serial) =>
        Path.Combine(root, "jobs") is var jobs && Directory.Exists(jobs)
        && Directory.EnumerateFiles(jobs, "journal.json", SearchOption.AllDirectories)
            .Select(file => new WipeJournal(file).Read())
            .Where(entry => string.Equals(entry?.Serial, serial, StringComparison.OrdinalIgnoreCase))
            .MaxBy(entry => entry!.UpdatedAt) is { Firmware.Password: not null };

    public RunFiles Runs => new(_root);

    public Enrolment? ReadEnrolment() =>
        File.Exists(EnrolmentPath)
            ? JsonSerializer.Deserialize(File.ReadAllBytes(EnrolmentPath), StationJsonFiles.Default.Enrolment)
            : null;

    public void Save(Enrolment enrolment) =>
        DurableFile.Write(EnrolmentPath, JsonSerializer.SerializeToUtf8Bytes(enrolment, StationJsonFiles.Default.Enrolment));

    public SigningKey ReadKey() => KeyFile.Read(KeyPath);

    public Claim? ReadClaim(string carrierSerial)
    {
        string path = ClaimPath(carrierSerial);
        return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), StationJsonFiles.Default.Claim) : null;
    }

    public void Save(Claim claim) =>
        DurableFile.Write(ClaimPath(claim.CarrierSerial), JsonSerializer.SerializeToUtf8Bytes(claim, StationJsonFiles.Default.Claim));

    public void Forget(Claim claim)
    {
        File.Delete(ClaimPath(claim.CarrierSerial));
        DurableFile.SyncFolder(Path.Combine(_root, "claims"));
    }

    public JobFolder Job(Guid jobId) => JobFolder.At(Path.Combine(_root, "jobs", jobId.ToString()), jobId);

    public IEnumerable<JobFolder> Jobs() =>
        Directory.EnumerateDirectories(Path.Combine(_root, "jobs"))
            .Select(folder => (Folder: folder, Named: Guid.TryParse(Path.GetFileName(folder), out Guid id), Id: id))
            .Where(job => job.Named)
            .OrderBy(job => Directory.GetCreationTimeUtc(job.Folder))
            .Select(job => JobFolder.At(job.Folder, job.Id));

    // A serial may hold any character; its hash is a file name everywhere.
    private string ClaimPath(string carrierSerial) =>
        Path.Combine(_root, "claims", ContentHash.Of(Encoding.UTF8.GetBytes(carrierSerial.ToUpperInvariant())) + ".json");
}
