using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Client;

[OptionsValidator]
internal sealed partial class KlaviyoOptionsValidator : IValidateOptions<KlaviyoOptions>;
