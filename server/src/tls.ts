import path from 'node:path';
import { makeCertificates, ownNames } from './kit/certificates.ts';

// `npm run tls [NAME…]`: a local authority, and a certificate for this machine under all its names.
const dataFolder = path.resolve(process.env.TUIJIN_DATA ?? 'data');
const names = [...new Set([...process.argv.slice(2), ...ownNames()])];

makeCertificates(path.join(dataFolder, 'tls'), names, new Date()).then(
  ({ authority, cert, key }) => {
    console.log(`证书适用于 / certificate for: ${names.join(', ')}

1 启动时带上这两项 / start the server with:
    TUIJIN_TLS_CERT=${cert} TUIJIN_TLS_KEY=${key} npm start

2 让每台设备信任这份根证书（只发证书，不发 .key）/ let each device trust this authority (hand out the certificate alone, never a .key):
    ${authority}
    Windows  certutil -addstore -user Root authority.pem
    macOS    security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db authority.pem
    Linux    sudo cp authority.pem /usr/local/share/ca-certificates/tuijin.crt && sudo update-ca-certificates
    Firefox  设置 → 隐私与安全 → 证书 → 导入 / Settings → Privacy & Security → Certificates → Import
    手机     把 authority.pem 发到手机，打开并安装，再在系统设置中启用信任 / phone: open the file, install it, then enable trust in the system's settings

3 证书一年后到期，再运行一次本命令即可，设备不必重新信任 / the certificate lasts a year; run this again, no device has to be told.`);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
