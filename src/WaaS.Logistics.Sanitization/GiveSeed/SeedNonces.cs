using System.Security.Cryptography;
using System.Text;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Proof;
using WaaS.Logistics.Proof.Evidence;
using WaaS.Logistics.Proof.Records;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Sanitization.Orders;

namespace WaaS.Logistics.Sanitization.GiveSeed;

/// <summary>
/// This side's half of seeds: an HMAC over job, step and carrier with a secret in <c>DATA/keys</c>, which no backup holds. Nothing is stored, so a question that was asked before has the same answer,
/// and whoever judges computes it again.
/// </summary>
internal sealed class SeedNonces(StorageOptions storage)
{
    public const string FileName = "sample-seed.key";

    private readonly Lazy<byte[]> _secret = new(() => SecretFile.ReadOrCreate(Path.Combine(storage.DataFolder, "keys", FileName)));

    /// <summary>Null while no erase of the job is told to have ended well.</summary>
    public GivenNonce? For(WipeJob job, IReadOnlyList<StepRecord> chain) => EraseEnd.Of(chain) is { } end ? Of(job, end) : null;

    private GivenNonce Of(WipeJob job, StepRecord end)
    {
        var hash = end.ComputeHash();
        return new GivenNonce { Nonce = Nonce(job.Id, hash, job.CarrierSerial), EraseEnded = hash, Commitment = EraseEnd.Commitment(end) };
    }

    private string Nonce(Guid job, ContentHash end, string carrier) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_secret.Value, Encoding.UTF8.GetBytes($"waas-sample-seed/1\n{job}\n{end}\n{carrier}")));
}
