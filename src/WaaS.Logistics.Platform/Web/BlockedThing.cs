namespace WaaS.Logistics.Platform.Web;

/// <summary>Something that waits, and why. Shown by <see cref="Components.BlockedList"/>; texts are in the person's language.</summary>
/// <param name="Rule">The rule that blocks, in words.</param>
/// <param name="Missing">What is missing for it to go on.</param>
/// <param name="Who">Who can do that: a role's or a person's name.</param>
/// <param name="Since">UTC.</param>
public sealed record BlockedThing(string Name, string? Link, string Rule, string Missing, string Who, DateTime Since);
