namespace EcoPark.Platform.Notifications.Channels;

/// <summary>A file that a mail carries.</summary>
public sealed record MailFile(string Name, string MediaType, byte[] Content);

/// <summary>Makes files of a kind when the mail is sent; <see cref="Delivery.File"/> names them as “kind:name”.</summary>
/// <param name="Open">By the name; a problem keeps the mail back, and it is tried again.</param>
public sealed record MailFileSource(string Kind, Func<string, CancellationToken, Task<Outcome<MailFile>>> Open);
