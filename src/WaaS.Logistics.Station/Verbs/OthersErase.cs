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
            using var server = new ServerClient(address, mine, clock, speaker.Language);
            // Before the drive is opened there is nothing else to be done.
            CutOffErase erase = server.AskCutOffAsync(new CutOffRequest { CarrierSerial = serial }, CancellationToken.None).GetAwaiter().GetResult();
            string begun = speaker.Line.Lock.Begun(erase.StationName, erase.Technique, erase.StartedAt);
            if (erase.HeldUntil is { } until)
            {
                _why = speaker.Line.Lock.StillTheirs(begun, until);
                return false;
            }

            speaker.Tell(speaker.Line.Lock.Ours(begun, unlock));
            return true;
        }
        catch (ServerRefusedException refused)
        {
            _why = refused.Rule == NothingKnown ? speaker.Line.Lock.NothingKnown : speaker.Line.Lock.NotSaid(refused);
            return false;
        }
        catch (ServerUnreachableException away)
        {
            _why = speaker.Line.Lock.CannotAsk(away.Message);
            return false;
        }
    }
}
