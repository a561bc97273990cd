namespace WaaS.Logistics.Platform.Security.SignIn;

/// <summary>
/// Wrong tries for one badge, one name or one address, whether or not such a badge or name exists: an outsider learns nothing from being locked out.
/// </summary>
public sealed class SignInAttempt
{
    private SignInAttempt() { }

    public SignInAttempt(string key) => Key = key;

    /// <summary>What is counted, and the hash of which one.</summary>
    public string Key { get; private set; } = "";
    public int Failures { get; private set; }
    public DateTime FirstAt { get; private set; }
    public DateTime? LockedUntil { get; private set; }
    public int Version { get; private set; }

    public bool IsLockedAt(DateTime now) => LockedUntil > now;

    /// <summary>Counted as wrong before anything is compared, so that tries at the same moment cannot slip past the limit.</summary>
    public void Begin(DateTime now, SignInLimit limit)
    {
        if (LockedUntil is not null || now - FirstAt > limit.Window)
            (Failures, FirstAt, LockedUntil) = (0, now, null);
        Failures++;
        Version++;
        if (Failures >= limit.Tries)
            LockedUntil = now + limit.Lock;
    }

    /// <summary>The try was right after all.</summary>
    public void TakeBack(SignInLimit limit)
    {
        Failures = limit.ForgetsOnSuccess ? 0 : Math.Max(0, Failures - 1);
        Version++;
        if (Failures < limit.Tries)
            LockedUntil = null;
    }
}

/// <param name="Tries">Wrong tries within <paramref name="Window"/> that lock.</param>
/// <param name="ForgetsOnSuccess">A right try clears the count: true for one person's secret, false for an address that many use.</param>
public sealed record SignInLimit(int Tries, TimeSpan Window, TimeSpan Lock, bool ForgetsOnSuccess)
{
    public static readonly SignInLimit Person = new(5, TimeSpan.FromHours(24), TimeSpan.FromMinutes(15), ForgetsOnSuccess: true);
    public static readonly SignInLimit BadgeAddress = new(5, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5), ForgetsOnSuccess: false);
    public static readonly SignInLimit PasswordAddress = new(20, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15), ForgetsOnSuccess: false);
}
