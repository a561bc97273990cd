namespace WaaS.Logistics.Platform.Security;

/// <summary>Asks the person who is signed in to prove once more that it is them: closing a receiving session, releasing, witnessing.</summary>
public interface IConfirmPerson
{
    /// <param name="secret">The person's PIN; for people without a badge their password.</param>
    /// <exception cref="Web.RefusedException">Wrong (rule <c>pin-wrong</c>, field <c>pin</c>), or too many wrong tries.</exception>
    Task Require(string? secret);
}
