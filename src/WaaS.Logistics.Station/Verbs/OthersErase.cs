using System.Globalization;
using WaaS.Logistics.Erasure;
using WaaS.Logistics.Proof.Signing;
using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Station.Server;

namespace WaaS.Logistics.Station.Verbs;

/// <summary>
/// A drive that is locked, and not by this station: the server knows whether another one's erase left it so. The password is the same at every station; what is needed is
/// the word that it is ours, for a drive counts wrong ones.
/// </summary>
internal sealed class OthersErase(Speaker speaker, Uri address, Func<SigningKey> key, TimeProvider clock, bool unlock = true)
{
    private const string NothingKnown = "not-found";
    private readonly Dictionary<string, bool> _asked = new(StringComparer.OrdinalIgnoreCase);
    private string? _why;

    /// <summary>Whether the drive of this serial may be unlocked here. Asked once for each, and only of drives that are locked.</summary>
    public bool LeftIt(string serial)
    {
        if (!_asked.TryGetValue(serial, out bool left))
        {
            _asked[serial] = left = Ask(serial);
        }

        return left;
    }

    /// <summary>The same refusal with what the server said of the lock; null when there is nothing to add.</summary>
    public TargetRefusedException? Explained(TargetRefusedException refused) => _why is null || refused.All.All(reason => reason.Rule != TargetRules.Locked)
        ? null
        : TargetRefusedException.For([.. refused.All.Select(reason => reason.Rule == TargetRules.Locked ? reason with { Message = $"{reason.Message} {_why}" } : reason)], refused.Drive);

    private bool Ask(string serial)
    {
        try
        {
            using SigningKey mine = key();
            using var server = new ServerClient(address, mine, clock);
            // Before the drive is opened there is nothing else to be done.
            CutOffErase erase = server.AskCutOffAsync(new CutOffRequest { CarrierSerial = serial }, CancellationToken.None).GetAwaiter().GetResult();
            string began = string.Create(CultureInfo.InvariantCulture, $"Station {erase.StationName} began to erase it ({erase.Technique}, {erase.StartedAt:u}) and never told that it ended");
            if (erase.HeldUntil is { } until)
            {
                _why = string.Create(CultureInfo.InvariantCulture, $"{began}; it is still that station's: put it back there and run the same line again, or wait until {until:u} and run this line again.");
                return false;
            }

            speaker.Tell($"The drive is locked. {began}: its password is that of all stations, and {(unlock ? "is taken away here" : "a wipe here takes it away")}.");
            return true;
        }
        catch (ServerRefusedException refused)
        {
            _why = refused.Rule == NothingKnown
                ? "The server knows of no erase of one of its stations that left it so: take the password away in the machine it came from, or destroy the drive."
                : $"The server does not say whose password it is ({refused.Rule}): {refused.Message}";
            return false;
        }
        catch (ServerUnreachableException away)
        {
            _why = $"Whether an erase of another station left it so the server knows, and cannot be asked now: {away.Message}";
            return false;
        }
    }
}
