using System.Text.Json;
using Dxtra.Klaviyo.Client;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>Makes a preview of what was looked at and writes its files. A repeat has the same number and replaces them.</summary>
internal sealed class PreviewMaker(ControllerKeys keys, PictureVault pictures, ICaseFiles files, TimeProvider time)
{
    public async Task<MadePreview> MakeAsync(
        RequestWork work, SubjectRequest request, SubjectIdentity subject, KlaviyoClient klaviyo, Sight sight, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var deletion = request.Deletion!;
        List<FoundProfile> found = [.. sight.Profiles.Select(profile => Candidate.Of(profile.Found, subject))];
        var stamp = new PreviewStamp(
            (deletion.Preview?.Number ?? 0) + 1,
            PictureHash.Of(await keys.HashingAsync(work.ControllerDid, cancellationToken), deletion.Scope, sight.Picture.Profiles),
            now,
            PreviewContent.Reasons(found).Count > 0 ? 2 : 1);
        var extras = await ExtrasReader.ReadAsync(klaviyo, [.. found.Select(profile => profile.ProfileId)], now, cancellationToken);
        var preview = new PreviewContent(PreviewTexts.English).Of(request, stamp, sight, found, extras);
        await pictures.WriteAsync(work, stamp.Number, sight.Picture, cancellationToken);
        await files.WriteAsync(
            CaseNames.Preview(work, stamp.Number), JsonSerializer.SerializeToUtf8Bytes(preview, Json.Options), "application/json", cancellationToken);
        return new(stamp, found);
    }
}
