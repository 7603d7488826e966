"""What stands between the network and the app: hosts, headers, cookies, files, and the one document."""
