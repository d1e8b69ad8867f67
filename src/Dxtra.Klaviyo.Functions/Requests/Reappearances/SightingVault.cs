using System.Text;
using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Keeps comebacks sealed with the controller's key until they are worked off; then only that they were.</summary>
internal sealed class SightingVault(ICaseFiles files, ControllerKeys keys)
{
    private const string TextType = "text/plain";

    /// <summary>What is left of one that was worked off.</summary>
    private static readonly byte[] Done = "done"u8.ToArray();

    public async Task KeepAsync(RequestWork work, Comeback comeback, CancellationToken cancellationToken)
    {
        var name = NameOf(work);
        var text = SubjectCipher.Encrypt(comeback, name, await keys.EncryptionAsync(work.ControllerDid, cancellationToken));
        await files.AddAsync(name, Encoding.ASCII.GetBytes(text), TextType, cancellationToken);
    }

    /// <summary>Null when there is none, or when it was worked off.</summary>
    public async Task<Comeback?> FindAsync(RequestWork work, CancellationToken cancellationToken)
    {
        var name = NameOf(work);
        if (await files.FindAsync(name, cancellationToken) is not { } content || IsDone(content))
            return null;
        return SubjectCipher.Decrypt<Comeback>(Encoding.ASCII.GetString(content), name, await keys.EncryptionAsync(work.ControllerDid, cancellationToken));
    }

    public async Task<bool> IsDoneAsync(RequestWork work, CancellationToken cancellationToken) =>
        await files.FindAsync(NameOf(work), cancellationToken) is { } content && IsDone(content);

    public Task FinishAsync(RequestWork work, CancellationToken cancellationToken) => files.WriteAsync(NameOf(work), Done, TextType, cancellationToken);

    private static bool IsDone(byte[] content) => content.AsSpan().SequenceEqual(Done);

    private static string NameOf(RequestWork work) => $"sightings/{ControllerTag.Of(work.ControllerDid)}/{work.RequestId}";
}
