namespace WaaS.Logistics.Erasure;

/// <summary>What was done, in the order it is done.</summary>
public enum WipeStepKind
{
    /// <summary>Opened, locked, identified; the serial is the order's.</summary>
    Identified,

    /// <summary>The key is on the station's medium.</summary>
    KeyStored,

    /// <summary>The order still stands, and it is still the same carrier.</summary>
    Confirmed,

    /// <summary>Hidden areas were asked for and opened, or not.</summary>
    HiddenAreasReset,

    /// <summary>A pass begins, or goes on.</summary>
    PassStarted,

    /// <summary>A pass has ended, well or not.</summary>
    Overwritten,

    /// <summary>Marks are about to be written where nothing is overwritten: the first change of the carrier.</summary>
    MarksStarted,

    /// <summary>The drive is about to be told to erase itself; what must not be lost is on the station's medium.</summary>
    EraseStarted,

    /// <summary>The drive has ended, well or not.</summary>
    Erased,

    /// <summary>The read-back has ended, well or not.</summary>
    Verified,

    /// <summary>Judged.</summary>
    Finished,
}

/// <param name="Kind">What was done.</param>
/// <param name="At">When it ended.</param>
/// <param name="Facts">What was seen; plain names and values.</param>
public sealed record WipeStep(WipeStepKind Kind, DateTimeOffset At, IReadOnlyDictionary<string, string> Facts);
